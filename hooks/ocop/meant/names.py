"""Names as people shorten them: ``HTX Ba Đình``, ``Cty CP Muối Bạc Liêu``, ``TT. Gành Hào``, ``P.1``."""

from __future__ import annotations

import re
from typing import Final

from ocop.text import fold

_WORDS: Final = {
    "htx": "hop tac xa", "tht": "to hop tac", "cty": "cong ty", "c.ty": "cong ty", "cp": "co phan", "tnhh": "trach nhiem huu han",
    "mtv": "mot thanh vien", "dntn": "doanh nghiep tu nhan", "dn": "doanh nghiep", "cs": "co so", "cssx": "co so san xuat",
    "hkd": "ho kinh doanh", "sx": "san xuat", "tm": "thuong mai", "dv": "dich vu", "xnk": "xuat nhap khau", "nn": "nong nghiep",
    "tp": "thanh pho", "t.p": "thanh pho", "tx": "thi xa", "t.x": "thi xa", "tt": "thi tran", "t.t": "thi tran",
    "h": "huyen", "x": "xa", "p": "phuong", "f": "phuong", "q": "quan",
}  # fmt: skip
_SHORT: Final = re.compile(
    rf"(?<![a-z])({'|'.join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))})(?![a-z])\.?"
)
_FORM: Final = re.compile(
    r"^(cong ty|hop tac xa|co so|ho kinh doanh|to hop tac|doanh nghiep)\b"
    r"( (co phan|trach nhiem huu han|mot thanh vien|tu nhan|nong nghiep|san xuat|thuong mai|dich vu|xuat nhap khau|va))* ?"
)
_RANK: Final = re.compile(r"^(thanh pho|thi xa|thi tran|huyen|quan|phuong|xa) ")


def spelt_out(name: str) -> str:
    """Give a name without marks and capitals, its abbreviations written out."""
    plain = fold(name).replace("_", " ")
    plain = plain if " " in plain else plain.replace("-", " ")
    return " ".join(_SHORT.sub(lambda found: f" {_WORDS[found[1]]} ", plain).split())


def own_part(name: str) -> str:
    """Give what tells a firm from others of its form: ``Công ty TNHH MTV Ba Đình`` and ``HTX Ba Đình`` are ``ba dinh``."""
    plain = spelt_out(name)
    return _FORM.sub("", plain) or plain


def without_rank(name: str) -> str:
    """Give the bare name of a place: ``Thị trấn Gành Hào`` and ``TT. Gành Hào`` are ``ganh hao``; a number keeps its rank."""
    plain = spelt_out(name)
    bare = _RANK.sub("", plain)
    return plain if bare.isdecimal() else bare

"""What a list calls by its name, the catalogue by its id: kinds, districts, communes, producers, goods, sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from ocop.catalogue import Catalogue
from ocop.intake.values import Told
from ocop.intake.vocabulary import plain
from ocop.records import Commune, District, Kind, Producer, Product
from ocop.text import Vocabulary

NEAR: Final = 78
LIKE: Final = 86  # of words that are short, or begin alike
_LONGEST_GUESSED: Final = 3  # letters; shorter words stand in names by chance
_UNIT: Final = re.compile(
    r"^(?:thanh pho|thi tran|thi xa|huyen|phuong|quan|xa|tp|tx|tt|t p|t x|t t|h|p|x)(?: |(?=\d))"
)
_PROVINCE: Final = re.compile(r",? *(?:tinh )?(?:bac lieu|ca mau)$")
# Legal forms, as they are written out and as they are shortened.
_FORMS: Final[tuple[tuple[str, str], ...]] = (
    ("hop tac xa", "htx"), ("to hop tac", "tht"), ("cong ty", "cty"), ("co phan", "cp"), ("ctcp", "cty cp"),
    ("trach nhiem huu han", "tnhh"), ("mot thanh vien", "mtv"), ("1 thanh vien", "mtv"), ("ho kinh doanh", "hkd"),
    ("doanh nghiep tu nhan", "dntn"), ("san xuat", "sx"), ("thuong mai", "tm"), ("dich vu", "dv"), ("nong nghiep", "nn"),
    ("thuy san", "ts"), ("che bien", "cb"),
)  # fmt: skip


class Names:
    """Names with the ids they stand for; one name may stand for several."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.ids: defaultdict[str, set[str]] = defaultdict(set)
        for name, entry_id in pairs:
            if name:
                self.ids[name].add(entry_id)

    def of(self, name: str) -> tuple[str, ...]:
        """Give the ids of a name."""
        return tuple(sorted(self.ids.get(name, ()))) if name else ()

    def near(self, name: str, least: float = NEAR) -> str | None:
        """Give the id of the name most like another one, None for none or several."""
        found = self._spelt.nearest(name, least)
        ids = self.of(found) if found is not None else ()
        return ids[0] if len(ids) == 1 else None

    @cached_property
    def _spelt(self) -> Vocabulary:
        return Vocabulary(self.ids)


class References:
    """Looks names up in a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    # ------------------------------------------------------------------------------------------ places

    def district(self, written: str) -> Told:
        """Find a district by its id or name, whatever unit is written before it."""
        for part in (written, *re.split(r"[,;–-]", written)):
            found = self._districts.of(_unit(part))
            if len(found) == 1:
                return Told(found[0])
        return self._near(written, self._districts.near(_unit(written)), "no_district")

    def commune(self, written: str, district: str | None) -> Told:
        """Find a commune of a district, or of any where it is the only one of its name: then `where` tells of which."""
        first = re.split(r"[,;]", written)[0]
        names = self._communes(district)
        found = names.of(_unit(first)) or names.of(_unit(written))
        if len(found) == 1:
            return Told(found[0])
        if len(found) > 1:
            return Told(None, "commune_in_several", {"value": written, "choices": ", ".join(found)})
        former = self._new_communes.of(_unit(first))
        if former:
            return Told(None, "commune_is_new", {"value": written, "choices": ", ".join(former)})
        return self._near(
            written, names.near(_unit(first)), "no_commune_of_name", self._district_name(district)
        )

    def where(self, written: str) -> str | None:
        """Give the district of a place written ``… xã Điền Hải, huyện Đông Hải``, or of a commune there is only one of."""
        for part in re.split(r"[,;]", written)[1:]:
            found = self._districts.of(_unit(part))
            if len(found) == 1:
                return found[0]
        return None

    def _communes(self, district: str | None) -> Names:
        """Give the communes of a district by id; without a district all, as ``district/commune``."""
        if district is not None:
            communes = self.catalogue.districts[district].communes
            return Names((name, each.id) for each in communes for name in _called_commune(each))
        return self._all_communes

    @cached_property
    def _all_communes(self) -> Names:
        return Names(
            (name, f"{district.id}/{each.id}")
            for district in self.catalogue.districts.values()
            for each in district.communes
            for name in _called_commune(each)
        )

    @cached_property
    def _districts(self) -> Names:
        return Names(
            (name, each.id) for each in self.catalogue.districts.values() for name in _called_district(each)
        )

    @cached_property
    def _new_communes(self) -> Names:
        return Names(
            (_unit(each.now.name), f"{district.id}/{each.id}")
            for district in self.catalogue.districts.values()
            for each in district.communes
            if each.now is not None
        )

    def _district_name(self, district: str | None) -> str:
        return self.catalogue.districts[district].name if district is not None else "Bạc Liêu"

    # -------------------------------------------------------------------------------- kinds and groups

    def kind(self, written: str) -> Told:
        """Find a kind by its id, its names or what else people call it."""
        found = self._kinds.of(plain(written))
        if len(found) == 1:
            return Told(found[0])
        group = self.group(written)
        if group is not None:
            return Told(
                None, "group_for_kind", {"value": written, "choices": ", ".join(self.kinds_of(group))}
            )
        return self._near(written, self._kinds.near(plain(written), LIKE), "no_kind")

    def group(self, written: str) -> str | None:
        """Find one of the six groups by its id or name."""
        words = re.sub(r"^(?:nhom|nganh|nganh hang) ", "", plain(written))
        found = self._groups.of(words) or self._groups.of(plain(written))
        return found[0] if len(found) == 1 else None

    def kinds_of(self, group: str) -> list[str]:
        """Give the kinds of a group."""
        return [kind.id for kind in self.catalogue.kinds.values() if kind.group == group]

    def kind_of_goods(self, name: str, group: str | None) -> str | None:
        """Guess a kind by the longest of its names that stands in the name of the goods; the only one of a group."""
        within = [kind for kind in self.catalogue.kinds.values() if group in (None, kind.group)]
        if group is not None and len(within) == 1:
            return within[0].id
        words = f" {plain(name)} "
        found = [
            (len(word), kind.id)
            for kind in within
            for word in _called_kind(kind)
            if len(word) >= _LONGEST_GUESSED and f" {word} " in words
        ]
        return max(found, default=(0, None), key=lambda pair: pair[0])[1]

    @cached_property
    def _kinds(self) -> Names:
        return Names((word, kind.id) for kind in self.catalogue.kinds.values() for word in _called_kind(kind))

    @cached_property
    def _groups(self) -> Names:
        return Names(
            (plain(word), group.id)
            for group in self.catalogue.groups.values()
            for word in (group.id, group.name, group.en or "", group.number or "")
        )

    # ------------------------------------------------------------------------------ producers and goods

    def producer(self, written: str) -> Told:
        """Find a producer by id, name or other name, however its legal form is shortened."""
        if written in self.catalogue.producers:
            return Told(written)
        found = self._producers.of(maker_words(written))
        if len(found) == 1:
            return Told(found[0])
        if len(found) > 1:
            return Told(None, "several_producers", {"value": written, "choices": ", ".join(found)})
        return self._near(written, self._producers.near(maker_words(written), LIKE), "no_producer")

    def product(self, written: str) -> Told:
        """Find goods by id or name."""
        if written in self.catalogue.products:
            return Told(written)
        found = self._products.of(plain(written))
        if len(found) == 1:
            return Told(found[0])
        return self._near(written, self._products.near(plain(written)), "no_product")

    @cached_property
    def _producers(self) -> Names:
        return Names(
            (maker_words(name), each.id)
            for each in self.catalogue.producers.values()
            for name in _called_maker(each)
        )

    @cached_property
    def _products(self) -> Names:
        return Names(
            (plain(name), each.id)
            for each in self.catalogue.products.values()
            for name in _called_goods(each)
        )

    # ----------------------------------------------------------------------------------------- sources

    def source(self, written: str) -> str | None:
        """Find a source by its id or address; None for one that no record shares."""
        if written in self.catalogue.sources:
            return written
        return self._addresses.get(written.rstrip("/"))

    @cached_property
    def _addresses(self) -> Mapping[str, str]:
        return {
            source.url.rstrip("/"): source_id
            for source_id, source in self.catalogue.sources.items()
            if source.url is not None
        }

    def _near(self, written: str, near: str | None, code: str, district: str = "") -> Told:
        values = {"value": written, "district": district} if district else {"value": written}
        return Told(near, code, values)


def maker_words(name: str) -> str:
    """Give a producer's name with its legal form shortened, to hold two spellings against each other."""
    words = f" {plain(name)} "
    for whole, short in _FORMS:
        words = words.replace(f" {whole} ", f" {short} ")
    return words.strip()


def _unit(written: str) -> str:
    """Give the bare name of a unit: ``TP. Bạc Liêu`` and ``thành phố Bạc Liêu`` alike."""
    words = plain(written)
    bare = _UNIT.sub("", words, count=1).strip() or words
    return _PROVINCE.sub("", bare).strip() or bare


def _called_district(district: District) -> tuple[str, ...]:
    english = district.en.name if district.en is not None else None
    return plain(district.id), _unit(district.name), plain(english or "")


def _called_commune(commune: Commune) -> tuple[str, ...]:
    return plain(commune.id), _unit(commune.name)


def _called_kind(kind: Kind) -> tuple[str, ...]:
    words = (kind.id, kind.name, kind.en, kind.short, kind.short_en, *kind.synonyms)
    return tuple(plain(word) for word in words if word)


def _called_maker(producer: Producer) -> tuple[str, ...]:
    english = producer.en.name if producer.en is not None else None
    return producer.name, english or "", *producer.also_known_as, *producer.formerly, producer.id


def _called_goods(product: Product) -> tuple[str, ...]:
    english = product.en.name if product.en is not None else None
    return product.name, english or "", *product.formerly

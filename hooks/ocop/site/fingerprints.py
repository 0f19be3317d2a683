"""Names that change with the content: a browser may keep such a file for ever, and never shows an old one."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath

from ocop.site.model import Asset, Site

# The font keeps its name: the style sheet refers to it, and it changes with the style sheet.
_NAMED_BY_CONTENT = {".css", ".js", ".json"}
# A file anywhere else is asked for by its own name, like a service worker.
_BUNDLED = "assets/"
_LENGTH = 8


def fingerprinted(site: Site) -> Site:
    """Give the site with its style sheets and scripts under such names."""
    return replace(site, assets=tuple(_fingerprinted(asset) for asset in site.assets))


def fingerprinted_path(asset: Asset) -> str:
    """Give the path that a file will have in the site."""
    return _fingerprinted(asset).path


def _fingerprinted(asset: Asset) -> Asset:
    path = PurePosixPath(asset.path)
    if path.suffix not in _NAMED_BY_CONTENT or not asset.path.startswith(_BUNDLED):
        return asset
    content = asset.content if isinstance(asset.content, bytes) else asset.content.read_bytes()
    mark = sha256(content).hexdigest()[:_LENGTH]
    return Asset(str(path.with_suffix(f".{mark}{path.suffix}")), content)

"""The exports: every file of open data, made from an edition and nothing else.

`files` makes them all but the site map, which only the build can fill: it alone knows the pages.
"""

from ocop.export.feed import channels, feed
from ocop.export.files import Exported, alone, exported, files, tables
from ocop.export.schema import schemas
from ocop.export.sitemap import robots, sitemap, sitemap_files
from ocop.export.table import Column, Outline, Table
from ocop.export.versions import VERSIONS, Version

__all__ = [
    "VERSIONS",
    "Column",
    "Exported",
    "Outline",
    "Table",
    "Version",
    "alone",
    "channels",
    "exported",
    "feed",
    "files",
    "robots",
    "schemas",
    "sitemap",
    "sitemap_files",
    "tables",
]

"""The site: which pages there are, what each shows, and the HTML of it."""

from ocop.site.compose import compose
from ocop.site.model import Asset, Page, Settings, Site
from ocop.site.rendering import Rendered, render

__all__ = ["Asset", "Page", "Rendered", "Settings", "Site", "compose", "render"]

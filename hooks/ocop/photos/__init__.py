"""Photos beside records: what a file really is, and the picture that is published of it."""

from ocop.photos.inspecting import PictureFacts, PictureFault, inspect
from ocop.photos.publishing import can_publish, published, shown_size

__all__ = ["PictureFacts", "PictureFault", "can_publish", "inspect", "published", "shown_size"]

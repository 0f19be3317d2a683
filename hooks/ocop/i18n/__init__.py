"""Words in the two languages of the catalogue."""

from typing import Literal

Lang = Literal["vi", "en"]

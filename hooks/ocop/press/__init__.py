"""What ends up on paper: pages set in type, and the codes that lead from paper to the site."""

from ocop.press.codes import code
from ocop.press.printing import Press, PressError, has_printed, in_line

__all__ = ["Press", "PressError", "code", "has_printed", "in_line"]

"""A change under review: what it alters for the public, and which faults are its own."""

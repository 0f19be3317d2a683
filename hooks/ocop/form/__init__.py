"""The one form in which records are written: canonical text, comments kept, and new records with hints."""

"""The lists that offices keep, read into records: each cell understood, doubted or refused, and told so."""

"""JSON Schemas (2020-12) of every kind of record as people write it, for editors that complete and check.

They follow from the models, and accept exactly what `ocop check` accepts of one record taken by itself. What is
judged is the *text tree* of a record, in which every scalar is text, trimmed and in NFC, and an empty value is left
out; a record as YAML's core schema reads it (numbers, true and false) is taken as well, as far as it is still known
what was written. To be exact a validator needs two things besides:

- `FORMATS`, the predicates of the formats of our own: check digits, telephone numbers, opening hours;
- `ORDER`, a keyword of our own: of each pair of dates the second does not end before the first begins.

References, pictures, ids in two places and a sales point's operator are matters between records: only `ocop check`
knows them.
"""

from ocop.export.schema.kinds import KINDS, Kind, schemas, written
from ocop.export.schema.rules import ORDER
from ocop.export.schema.scalars import FORMATS

__all__ = ["FORMATS", "KINDS", "ORDER", "Kind", "schemas", "written"]

"""The OCOP catalogue of Bạc Liêu: records in, pages, rows and findings out. Knows nothing of MkDocs."""

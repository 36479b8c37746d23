"""The ledger's schema as numbered SQL: `001_desk.sql` first. A file is never edited once released; add the next number.

A name that ends in `.sqlite.sql` is for that engine alone; all other files run on any.
"""

"""What the club talks about: tables, documents, enums, errors and settings. No I/O happens here."""

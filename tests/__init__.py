"""Tests, in the same folders as the code; names are sentences."""

PASSWORD = 'a long enough password'
"""Of everybody in the tests."""

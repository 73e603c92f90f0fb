"""Tests, in the same folders as the code; names are sentences."""

"""The catalogues of all visible words, one `.po` file per language; `make words` brings them up to date."""

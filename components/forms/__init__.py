"""The forms of a club: listed, made, compared, exported."""

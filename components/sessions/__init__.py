"""Creating, listing, starting and ending sessions."""

"""The REST door: the same stores in other clothes."""

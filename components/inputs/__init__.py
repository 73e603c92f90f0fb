"""Inputs for a thumb that the framework does not have: each keeps its value in the browser, also without a connection."""

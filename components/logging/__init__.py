"""Logging a session: the form that logs, and the table of what was logged."""

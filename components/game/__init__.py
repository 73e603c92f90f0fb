"""The game inside a session: its clock, periods, score and line-up, and the rules that time it."""

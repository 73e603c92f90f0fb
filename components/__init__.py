"""What a coach touches: one thing per file, usable on any page."""

"""What a coach touches: one thing per file, usable on any page."""

import components.browser  # noqa: F401 - every page's import map knows its modules

"""What a name may be."""

from models.errors import Invalid

LONGEST_NAME = 80


def checked_name(name: str) -> str:
    """The name without blanks around it; Invalid when nothing is left, or too much."""
    name = name.strip()
    if not 1 <= len(name) <= LONGEST_NAME:
        raise Invalid('A name has 1 to 80 characters.', fields={'name': '1 to 80 characters.'})
    return name

"""What the address of a camera may be, and how much of it may be seen."""

import re
from pathlib import PurePath
from urllib.parse import urlsplit, urlunsplit

from models.errors import Invalid
from models.video import SourceKind

ADDRESS_PATTERNS = {
    SourceKind.DEMO: r'',
    SourceKind.USB: r'\d{1,2}|/dev/(video\d{1,2}|v4l/by-(id|path)/[\w.:+-]+)',
    SourceKind.NETWORK: r'(rtsps?|https?)://\S+',
    SourceKind.FILE: r'[^/\\\0]+',
}
ADDRESS_HINTS = {
    SourceKind.DEMO: 'The demo camera has no address.',
    SourceKind.USB: 'Give the number of the device, like 0, or its path, like /dev/video0.',
    SourceKind.NETWORK: 'Give an address that starts with rtsp://, rtsps://, http:// or https://.',
    SourceKind.FILE: 'Give the name of a file in the videos folder of your club.',
}


def check_address(kind: SourceKind, address: str) -> None:
    """Raise Invalid, with a hint, for an address that cannot be one of its kind."""
    if not re.fullmatch(ADDRESS_PATTERNS[kind], address):
        raise Invalid(ADDRESS_HINTS[kind], fields={'address': ADDRESS_HINTS[kind]})


def masked(address: str) -> str:
    """The address without what must not be seen: password and query of a URL."""
    if '://' not in address:
        return PurePath(address).name if address.startswith('/') and not address.startswith('/dev/') else address
    parts = urlsplit(address)
    login, at, host = parts.netloc.rpartition('@')
    user = login.partition(':')[0]
    netloc = f'{user}:•••@{host}' if at else host
    return urlunsplit((parts.scheme, netloc, parts.path, '•••' if parts.query else '', ''))

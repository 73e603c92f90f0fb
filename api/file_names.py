"""Names of files that are downloaded: made of what a club wrote, and safe in a header and on a disk."""

import re
from urllib.parse import quote

LONGEST_NAME = 120


def file_name(title: str, suffix: str) -> str:
    """A title as the name of a file."""
    return (re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', '-', title).strip(' .-')[:LONGEST_NAME] or 'sideline') + suffix


def attachment(name: str) -> dict[str, str]:
    """The headers of a download under this name (RFC 6266), for its members only."""
    plain = name.encode('ascii', 'replace').decode().replace('?', '-')
    disposition = f'attachment; filename="{plain}"; filename*=utf-8\'\'{quote(name, safe="", errors="replace")}'
    return {'Content-Disposition': disposition, 'Cache-Control': 'private, no-cache'}

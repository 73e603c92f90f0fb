"""Files that are downloaded, under names made of what a club wrote: safe in a header and on a disk."""

import re
from urllib.parse import quote

from starlette.responses import Response

LONGEST_NAME = 120
XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
MEDIA_TYPES = {'.csv': 'text/csv; charset=utf-8', '.json': 'application/json', '.xlsx': XLSX}


def download(content: bytes, *, title: str, suffix: str) -> Response:
    """A file called after its title (RFC 6266), for its members only; `suffix` says what it is."""
    name = file_name(title, suffix)
    plain = name.encode('ascii', 'replace').decode().replace('?', '-')
    disposition = f'attachment; filename="{plain}"; filename*=utf-8\'\'{quote(name, safe="", errors="replace")}'
    headers = {'Content-Disposition': disposition, 'Cache-Control': 'private, no-cache'}
    return Response(content, media_type=MEDIA_TYPES[suffix], headers=headers)


def file_name(title: str, suffix: str) -> str:
    """A title as the name of a file."""
    return (re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', '-', title).strip(' .-')[:LONGEST_NAME] or 'sideline') + suffix

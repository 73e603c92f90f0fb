"""Which network addresses a camera may have: the local network yes, this machine and its cloud no."""

import socket
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from models.errors import VideoError

PORTS = {'rtsp': 554, 'rtsps': 322, 'http': 80, 'https': 443}
PRINTABLE = range(0x21, 0x7F)


class Endpoint(NamedTuple):
    """An address that was checked: the URL with the number of its host instead of its name, and that name."""

    url: str
    host: str
    scheme: str


def check_url(url: str, *, allow_loopback: bool) -> SplitResult:
    """Return the parts of a camera's URL; raises VideoError if it can never be one. Asks nobody in the network."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise VideoError('This is not a complete address. Example: rtsp://192.168.1.20:554/stream') from None
    if parts.scheme not in PORTS:
        raise VideoError('The address must begin with rtsp://, rtsps://, http:// or https://.')
    if not parts.hostname or any(ord(character) not in PRINTABLE for character in url):
        raise VideoError('This is not a complete address. Example: rtsp://192.168.1.20:554/stream')
    with suppress(ValueError):
        _refuse_reserved([ip_address(parts.hostname)], allow_loopback=allow_loopback)
    return parts


def resolve(url: str, *, allow_loopback: bool) -> Endpoint:
    """Look up the host once and pin it, so that a name cannot point elsewhere after the check.

    Raises VideoError if any of its numbers is this machine, link-local, multicast or reserved.
    """
    parts = check_url(url, allow_loopback=allow_loopback)
    assert parts.hostname
    numbers = _look_up(parts.hostname, parts.port or PORTS[parts.scheme])
    _refuse_reserved(numbers, allow_loopback=allow_loopback)
    pinned = f'[{numbers[0]}]' if numbers[0].version == 6 else str(numbers[0])
    credentials, separator, _ = parts.netloc.rpartition('@')
    port = f':{parts.port}' if parts.port else ''
    return Endpoint(
        parts._replace(netloc=f'{credentials}{separator}{pinned}{port}').geturl(), parts.hostname, parts.scheme
    )


def _refuse_reserved(numbers: Iterable[IPv4Address | IPv6Address], *, allow_loopback: bool) -> None:
    if not all(_is_camera_like(_plain(number), allow_loopback=allow_loopback) for number in numbers):
        raise VideoError('This address belongs to the server itself or is reserved; a camera cannot be there.')


def _look_up(host: str, port: int) -> list[IPv4Address | IPv6Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise VideoError('There is no {host} in this network. Is the camera switched on?', host=host) from None
    return [ip_address(str(info[4][0]).partition('%')[0]) for info in found]


def _plain(number: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Unwrap an IPv4 number that is dressed as IPv6: ::ffff:127.0.0.1 is loopback as well."""
    return (number.ipv4_mapped or number.sixtofour or number) if isinstance(number, IPv6Address) else number


def _is_camera_like(number: IPv4Address | IPv6Address, *, allow_loopback: bool) -> bool:
    if number.is_loopback:
        return allow_loopback
    metadata = number in (ip_address('fd00:ec2::254'), ip_address('100.100.100.200'), ip_address('168.63.129.16'))
    return not (metadata or number.is_unspecified or number.is_link_local or number.is_multicast or number.is_reserved)

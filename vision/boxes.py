"""The boxes of an MP4 file, read and patched without a library (ISO/IEC 14496-12)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

CONTAINERS = (b'moov', b'trak', b'edts', b'mdia')
DURATION_AT = {b'mvhd': (16, 24), b'tkhd': (20, 28), b'elst': (8, 8)}  # behind the box header, version 0 and 1


@dataclass(frozen=True, slots=True)
class Box:
    """A box in a file: its four letters and where it lies, header included."""

    kind: bytes
    offset: int
    size: int

    @property
    def end(self) -> int:
        """Where the next box begins."""
        return self.offset + self.size


def whole_boxes(file: BinaryIO) -> Iterator[Box]:
    """Yield the top-level boxes that lie in the file completely; what comes after was cut off."""
    length = file.seek(0, 2)
    offset = 0
    while box := _box_at(file, offset, length):
        yield box
        offset = box.end


def fragment_times(file: BinaryIO, moof: Box) -> tuple[int, int]:
    """Return when the first sample of a fragment is decoded and when its last one ends, in ticks of the track."""
    file.seek(moof.offset)
    content = file.read(moof.size)
    start, length, default = 0, 0, 0
    for box in _inside(content, b'traf', b'moof'):
        body = content[box.offset + 8 : box.end]
        if box.kind == b'tfhd':
            default = _default_duration(body)
        elif box.kind == b'tfdt':
            (start,) = struct.unpack_from('>Q' if body[0] else '>I', body, 4)
        elif box.kind == b'trun':
            length += _run_duration(body, default)
    return start, start + length


def shorten(file: BinaryIO, *, to_ticks: int) -> None:
    """Make a plain MP4 with one track end earlier: what is shown after that is still there, but hidden.

    The ticks are those of the movie header (`movie_timescale`).
    """
    moov = next(box for box in whole_boxes(file) if box.kind == b'moov')
    file.seek(moov.offset)
    content = file.read(moov.size)
    for box in _inside(content, *CONTAINERS):
        if box.kind in DURATION_AT:
            version = content[box.offset + 8]
            file.seek(moov.offset + box.offset + 8 + DURATION_AT[box.kind][version])
            file.write(struct.pack('>Q' if version else '>I', to_ticks))


def _box_at(file: BinaryIO, offset: int, length: int) -> Box | None:
    file.seek(offset)
    header = file.read(16)
    if len(header) < 8:
        return None
    size, kind = struct.unpack_from('>I4s', header)
    if size == 1 and len(header) == 16:
        (size,) = struct.unpack_from('>Q', header, 8)
    return Box(kind, offset, size) if 8 <= size <= length - offset else None


def _inside(content: bytes, *containers: bytes) -> Iterator[Box]:
    """Yield all boxes in these containers, at any depth."""

    def walk(begin: int, end: int) -> Iterator[Box]:
        offset = begin
        while offset + 8 <= end and (box := _box_at(BytesIO(content), offset, end)):
            yield box
            if box.kind in containers:
                yield from walk(offset + 8, box.end)
            offset = box.end

    return walk(0, len(content))


def _default_duration(tfhd: bytes) -> int:
    (flags,) = struct.unpack_from('>I', tfhd)
    if not flags & 0x8:
        return 0
    offset = 8 + (8 if flags & 0x1 else 0) + (4 if flags & 0x2 else 0)
    return int(struct.unpack_from('>I', tfhd, offset)[0])


def _run_duration(trun: bytes, default: int) -> int:
    flags, samples = struct.unpack_from('>II', trun)
    if not flags & 0x100:
        return int(default * samples)
    first = 8 + (4 if flags & 0x1 else 0) + (4 if flags & 0x4 else 0)
    stride = 4 * sum(bool(flags & flag) for flag in (0x100, 0x200, 0x400, 0x800))
    return sum(struct.unpack_from('>I', trun, first + stride * number)[0] for number in range(samples))

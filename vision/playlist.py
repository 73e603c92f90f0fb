"""A recording for a player: as an HLS playlist over its segments, or joined into one file."""

import math
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import VideoError
from vision.segments import GAP_S, Segment, segments

if TYPE_CHECKING:
    from av.container import OutputContainer
    from av.video.stream import VideoStream

LONGEST_S = 12  # a playlist that grows must not change its target duration; 10 s and the rest of a group of pictures


def hls_playlist(folder: Path, *, finished: bool, started_at: datetime | None = None) -> str:
    """Return an HLS playlist over the closed segments; the player's time is the recording's time, gaps included.

    Paths are relative to the folder; the server must answer range requests, because each file bears its own header.
    """
    found = [segment for segment in segments(folder) if segment.closed or finished]
    longest_s = max([LONGEST_S, *(math.ceil(segment.duration_s) for segment in found)])
    head = ['#EXTM3U', '#EXT-X-VERSION:8', f'#EXT-X-TARGETDURATION:{longest_s}', '#EXT-X-MEDIA-SEQUENCE:0']
    head += [f'#EXT-X-PLAYLIST-TYPE:{"VOD" if finished else "EVENT"}', '#EXT-X-INDEPENDENT-SEGMENTS']
    lines = [line for index in range(len(found)) for line in _entry(found, index, started_at, longest_s)]
    return '\n'.join([*head, *lines, *(['#EXT-X-ENDLIST'] if finished else []), ''])


def export(folder: Path, to: Path) -> None:
    """Join all segments into one MP4 that plays while it is loading; raises VideoError if there is nothing to join."""
    found = segments(folder)
    if not found:
        raise VideoError('Nothing was recorded.')
    part = to.with_name(f'{to.name}.part')
    try:
        with _faststart(part) as joined:
            _join(found, joined)
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)


def _entry(found: list[Segment], index: int, started_at: datetime | None, longest_s: int) -> Iterator[str]:
    segment = found[index]
    lost_from_s = found[index - 1].end_s if index else 0.0
    if segment.start_s - lost_from_s > GAP_S:
        yield from _gap(segment, segment.start_s - lost_from_s, longest_s)
    if index == 0:
        yield f'#EXT-X-MAP:URI="{segment.path.name}",BYTERANGE="{segment.init_bytes}@0"'
    if started_at:
        shown_at = started_at + timedelta(seconds=segment.start_s)
        yield f'#EXT-X-PROGRAM-DATE-TIME:{shown_at.isoformat(timespec="milliseconds")}'
    yield f'#EXTINF:{segment.duration_s:.6f},'
    yield f'#EXT-X-BYTERANGE:{segment.whole_bytes - segment.init_bytes}@{segment.init_bytes}'
    yield segment.path.name


def _gap(segment: Segment, length_s: float, longest_s: int) -> Iterator[str]:
    """A gap takes its time in the playlist, so that later moments stay where they are."""
    pieces = math.ceil(length_s / longest_s)
    for _ in range(pieces):
        yield from ('#EXT-X-GAP', f'#EXTINF:{length_s / pieces:.6f},', segment.path.name)


def _faststart(path: Path) -> 'OutputContainer':
    import av

    return av.open(str(path), 'w', format='mp4', options={'movflags': 'faststart', 'video_track_timescale': '90000'})


def _join(found: list[Segment], joined: 'OutputContainer') -> None:
    stream: VideoStream | None = None
    for segment in found:
        with segment.open() as container:
            video = container.streams.video[0]
            stream = stream or joined.add_stream_from_template(video)
            for packet in container.demux(video):
                if packet.dts is not None:
                    packet.stream = stream
                    joined.mux_one(packet)

"""Cuts a piece out of a recording, exact to the frame, without encoding it again."""

import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import VideoError
from models.video import Cut
from vision.boxes import shorten
from vision.segments import TICKS, Segment, Span, recorded_spans, segments
from vision.sources.demuxed import to_bgr

if TYPE_CHECKING:
    from av import Packet
    from av.video.stream import VideoStream

EDGE_S = 0.25  # what a recording may lack at its ends: the frames that were still on their way
ROUNDING_TICKS = TICKS // 1000
THUMBNAIL_WIDTH_PX = 640
MUXER = {'movflags': 'faststart', 'video_track_timescale': str(TICKS), 'movie_timescale': str(TICKS)}

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Piece:
    """What to copy, in ticks: shown from the frame at `start`, hidden from `key` on, and over before `end`."""

    key: int
    start: int
    end: int


def cut(recordings: Path, request: Cut) -> None:
    """Write the asked time as an MP4 with a thumbnail; both appear only when they are whole.

    Blocks for some milliseconds per 10 s. Raises VideoError if that time was not recorded, or cannot be written.
    """
    import av

    found = segments(recordings / str(request.recording_id))
    _check(request, recorded_spans(found))
    wanted = _around(found, request)
    video, thumbnail = _part(request.video), _part(request.thumbnail)
    try:
        _copy(wanted, _piece(wanted, request), video)
        _write_thumbnail(video, thumbnail)
        _publish(thumbnail, request.thumbnail)
        _publish(video, request.video)
    except (OSError, av.FFmpegError) as error:
        log.exception('A clip could not be written')
        raise VideoError('The clip could not be written. Make space on the server, then keep it again.') from error
    finally:
        video.unlink(missing_ok=True)
        thumbnail.unlink(missing_ok=True)


def _check(request: Cut, spans: list[Span]) -> None:
    if not spans:
        raise VideoError('Nothing was recorded at that time.')
    if request.end_s <= request.start_s:
        raise VideoError('A clip must end after it starts.')
    for moment_s in (request.start_s, request.end_s):
        if not any(span.start_s - EDGE_S <= moment_s <= span.end_s + EDGE_S for span in spans):
            available = ', '.join(f'{_clock(span.start_s)}\u2013{_clock(span.end_s)}' for span in spans)
            raise VideoError(
                'At {moment} nothing was recorded. Recorded is {available}.',
                moment=_clock(moment_s),
                available=available,
            )


def _around(found: list[Segment], request: Cut) -> list[Segment]:
    """The segments that overlap the asked time, and the one before: frames are shown later than they are decoded."""
    overlapping = [
        index
        for index, segment in enumerate(found)
        if segment.start_s < request.end_s and segment.end_s > request.start_s
    ]
    return found[max(0, overlapping[0] - 1) : overlapping[-1] + 1] if overlapping else found[-1:]


def _piece(wanted: list[Segment], request: Cut) -> Piece:
    """Snap the start to the frame that is on the screen at that moment, and find the key frame it needs."""
    start, end = round(request.start_s * TICKS), round(request.end_s * TICKS)
    frames = [(pts, is_key) for _, pts, is_key in _times(wanted, until=start)]
    shown = max((pts for pts, _ in frames if pts <= start + ROUNDING_TICKS), default=min(pts for pts, _ in frames))
    key = max(pts for pts, is_key in frames if is_key and pts <= shown)
    return Piece(key=key, start=shown, end=end - ROUNDING_TICKS)


def _times(wanted: list[Segment], *, until: int) -> Iterator[tuple[int, int, bool]]:
    """Yield (dts, pts, is key frame) up to the first frame that is decoded after a moment."""
    for _, packet in _packets(wanted):
        assert packet.dts is not None and packet.pts is not None  # noqa: PT018 - not a test
        yield packet.dts, packet.pts, packet.is_keyframe
        if packet.dts > until + ROUNDING_TICKS:
            return


def _packets(wanted: list[Segment]) -> 'Iterator[tuple[VideoStream, Packet[VideoStream]]]':
    for segment in wanted:
        with segment.open() as container:
            video = container.streams.video[0]
            yield from ((video, packet) for packet in container.demux(video) if packet.dts is not None)


def _copy(wanted: list[Segment], piece: Piece, to: Path) -> None:
    import av

    hidden = False
    end = piece.start
    with av.open(str(to), 'w', format='mp4', options=MUXER) as container:
        stream: VideoStream | None = None
        for video, packet in _needed(_packets(wanted), piece):
            stream = stream or container.add_stream_from_template(video)
            assert packet.dts is not None and packet.pts is not None  # noqa: PT018 - not a test
            hidden = hidden or packet.pts >= piece.end
            end = max(end, packet.pts + (packet.duration or 0)) if packet.pts < piece.end else end
            packet.dts -= piece.start
            packet.pts -= piece.start
            packet.stream = stream
            container.mux_one(packet)
    if hidden:
        with to.open('r+b') as file:
            shorten(file, to_ticks=min(end, piece.end + ROUNDING_TICKS) - piece.start)


def _needed(
    packets: 'Iterable[tuple[VideoStream, Packet[VideoStream]]]', piece: Piece
) -> 'Iterator[tuple[VideoStream, Packet[VideoStream]]]':
    """Yield the packets from the key frame on; one from after the end only if an earlier frame needs it."""
    begun = False
    held: list[tuple[VideoStream, Packet[VideoStream]]] = []
    for video, packet in packets:
        assert packet.dts is not None and packet.pts is not None  # noqa: PT018 - not a test
        begun = begun or (packet.is_keyframe and packet.pts == piece.key)
        if packet.dts >= piece.end:
            return
        if begun and packet.pts >= piece.end:
            held.append((video, packet))
        elif begun:
            yield from held
            held.clear()
            yield video, packet


def _write_thumbnail(video: Path, to: Path) -> None:
    import av
    import cv2

    with av.open(str(video), format='mp4') as container:
        picture = next(container.decode(container.streams.video[0]))
    image = to_bgr(picture)
    height_px = round(image.shape[0] * THUMBNAIL_WIDTH_PX / image.shape[1])
    small = cv2.resize(image, (THUMBNAIL_WIDTH_PX, height_px), interpolation=cv2.INTER_AREA)
    _, jpeg = cv2.imencode('.jpg', small, [cv2.IMWRITE_JPEG_QUALITY, 80])
    to.write_bytes(jpeg.tobytes())


def _part(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.with_name(f'{path.name}.part')


def _publish(part: Path, whole: Path) -> None:
    with part.open('rb') as file:
        os.fsync(file.fileno())  # a row that says "ready" must not outlive its file in a power cut
    part.replace(whole)


def _clock(moment_s: float) -> str:
    minutes, seconds = divmod(max(0.0, moment_s), 60)
    return f'{int(minutes)}:{seconds:04.1f}'

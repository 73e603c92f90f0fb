"""Cameras in the network: RTSP and HTTP, read with PyAV because it knows timeouts."""

from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING

from models.errors import VideoError
from models.video import SourceKind
from vision.frame import Frame
from vision.sources.demuxed import TICKS, Demuxed, put_on_clock
from vision.sources.network_address import Endpoint, check_url, resolve
from vision.sources.packet_clock import PacketClock
from vision.sources.source import Reading, Source, SourceOptions, VideoFormat, register

if TYPE_CHECKING:
    from av import Packet
    from av.container import InputContainer
    from av.video.stream import VideoStream

OPEN_TIMEOUT_S = 5.0
# a silent camera must be seen as lost within 3 s; FFmpeg's RTSP waits twice, once for the packet that it holds back
READ_TIMEOUT_S = {'rtsp': 1.3, 'rtsps': 1.3, 'http': 2.5, 'https': 2.5}

# neither files nor playlists (HLS, concat, SDP), which could lead to addresses that nobody has checked
PROTOCOLS = 'rtsp,rtsps,rtp,http,https,tcp,tls'
FORMATS = 'rtsp,mpjpeg,mjpeg,jpeg_pipe,mpegts,flv,h264,hevc,mov,mp4,matroska,webm'


class NetworkSource(Source):
    """Reads a URL over TCP; only rtsp, rtsps, http and https lead anywhere."""

    def __init__(self, address: str, options: SourceOptions) -> None:
        super().__init__(address, options)
        check_url(address, allow_loopback=options.allow_loopback)
        self._container: InputContainer | None = None

    def open(self) -> VideoFormat:
        """Connect to the camera and wait for its description."""
        endpoint = resolve(self.address, allow_loopback=self.options.allow_loopback)
        self._container = self._connect(endpoint)
        self._video = Demuxed(self._container)
        self._format = self._video.format
        return self._format

    def read(self) -> Iterator[Reading]:
        """Yield what the camera sends; raises VideoError when it falls silent."""
        import av

        clock = PacketClock()
        try:
            for packet in self._video.packets():
                if self.options.stop.is_set():
                    return
                if packet.dts is not None:
                    yield self._reading(packet, clock)
        except av.FFmpegError as error:
            raise VideoError('The camera sends nothing any more.') from error
        raise VideoError('The camera has ended the connection.')

    def close(self) -> None:
        """Close the connection."""
        if self._container:
            self._container.close()

    def _reading(self, packet: 'Packet[VideoStream]', clock: PacketClock) -> Reading:
        arrived_s = self.options.now_s()
        if not self._format.h264:  # pictures over HTTP bear invented times
            pictures = self._video.decode(packet, shift_s=0.0)
            return Reading(tuple(Frame(frame.image, arrived_s, frame.captured_at) for frame in pictures))
        decoded_s = float((packet.dts or 0) * packet.time_base)
        stamped_s = clock.stamp(decoded_s, arrived_s=arrived_s)
        frames = self._video.decode(packet, shift_s=stamped_s - decoded_s)
        put_on_clock(packet, decoded_at=round(stamped_s * TICKS))
        return Reading(frames, packet)

    def _connect(self, endpoint: Endpoint) -> 'InputContainer':
        import av

        began_at = monotonic()
        timeouts_s = OPEN_TIMEOUT_S, READ_TIMEOUT_S[endpoint.scheme]
        try:
            return av.open(endpoint.url, options=_options(endpoint), timeout=timeouts_s)
        except av.error.HTTPUnauthorizedError:
            raise VideoError('The camera wants another user name or password.') from None
        except (av.FFmpegError, OSError) as error:
            if monotonic() - began_at >= OPEN_TIMEOUT_S:
                raise VideoError('The camera does not answer. Is it switched on?') from None
            raise VideoError('The camera cannot be read: {reason}', reason=_reason(error)) from None


def _options(endpoint: Endpoint) -> dict[str, str]:
    options = {'protocol_whitelist': PROTOCOLS, 'format_whitelist': FORMATS, 'probesize': '500000'}
    if endpoint.scheme.startswith('rtsp'):
        return options | {'rtsp_transport': 'tcp', 'allowed_media_types': 'video', 'verifyhost': endpoint.host}
    # a redirect could lead to an address that nobody has checked
    return options | {'max_redirects': '0', 'headers': f'Host: {endpoint.host}\r\n', 'verifyhost': endpoint.host}


def _reason(error: OSError | Exception) -> str:
    """Never the whole text: it may hold the URL with its password."""
    return str(getattr(error, 'strerror', '') or type(error).__name__)


register(SourceKind.NETWORK, NetworkSource)

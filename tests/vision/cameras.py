"""Twins of network cameras on loopback: they play a file over RTSP or HTTP, and fall silent or hang up when told."""

import base64
import struct
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from time import monotonic, sleep
from typing import Self

import av

MTU = 1400


class TwinCamera:
    """Serves a film (H.264 in MP4, without B-frames) to whoever connects, in real time and again and again."""

    server: ThreadingTCPServer | ThreadingHTTPServer
    scheme: str

    def __init__(self, film: Path, *, port: int = 0) -> None:
        self.film = film
        self.silent = Event()
        self.hung_up = Event()
        self.server = self._serve(port)
        self.server.daemon_threads = True
        Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def port(self) -> int:
        return self.server.server_address[1]

    @property
    def url(self) -> str:
        return f'{self.scheme}://127.0.0.1:{self.port}/stream'

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.hung_up.set()
        self.server.shutdown()
        self.server.server_close()

    def packets(self) -> Iterator[av.Packet]:
        """Yield packets at the moment each is due; their times go on when the film starts again."""
        began_at, shift_s = monotonic(), 0.0
        while not self.hung_up.is_set():
            with av.open(str(self.film)) as container:
                video = container.streams.video[0]
                for packet in container.demux(video):
                    if packet.dts is None:
                        continue
                    ticks = round(shift_s / packet.time_base)
                    packet.dts += ticks
                    packet.pts += ticks
                    sleep(max(0.0, float(packet.dts * packet.time_base) - (monotonic() - began_at)))
                    while self.silent.is_set() and not self.hung_up.is_set():
                        sleep(0.02)
                    if self.hung_up.is_set():
                        return
                    yield packet
                shift_s += float(video.duration * video.time_base)


class HttpCamera(TwinCamera):
    """Sends MPEG-TS over HTTP; another path redirects to it."""

    scheme = 'http'

    def _serve(self, port: int) -> ThreadingHTTPServer:
        camera = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == '/moved':
                    self.send_response(302)
                    self.send_header('Location', camera.url)
                    self.end_headers()
                    return
                self.send_response(200)
                self.send_header('Content-Type', 'video/mp2t')
                self.end_headers()
                with av.open(camera.film) as film, av.open(self.wfile, 'w', format='mpegts') as ts:
                    stream = ts.add_stream_from_template(film.streams.video[0])
                    for packet in camera.packets():
                        packet.stream = stream
                        ts.mux_one(packet)

            def log_message(self, *_: object) -> None:
                pass

        return ThreadingHTTPServer(('127.0.0.1', port), Answer)


class RtspCamera(TwinCamera):
    """Speaks RTSP with RTP interleaved in the TCP connection."""

    scheme = 'rtsp'

    def _serve(self, port: int) -> ThreadingTCPServer:
        camera = self

        class Answer(StreamRequestHandler):
            def handle(self) -> None:
                while request := self._request():
                    method, number = request
                    self._answer(method, number)
                    if method == 'PLAY':
                        for packet in _rtp(camera.packets()):
                            self.wfile.write(packet)
                        return

            def _request(self) -> tuple[str, str] | None:
                lines = []
                while (line := self.rfile.readline().decode().strip()) or not lines:
                    if not line:
                        return None
                    lines.append(line)
                return lines[0].split()[0], next(line[5:].strip() for line in lines if line.lower().startswith('cseq:'))

            def _answer(self, method: str, number: str) -> None:
                head, body = f'RTSP/1.0 200 OK\r\nCSeq: {number}\r\nSession: 1\r\n', ''
                if method == 'OPTIONS':
                    head += 'Public: OPTIONS, DESCRIBE, SETUP, PLAY\r\n'
                elif method == 'DESCRIBE':
                    body = _sdp(camera.film)
                    head += f'Content-Type: application/sdp\r\nContent-Length: {len(body)}\r\n'
                elif method == 'SETUP':
                    head += 'Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n'
                self.wfile.write(f'{head}\r\n{body}'.encode())

        class Server(ThreadingTCPServer):
            allow_reuse_address = True

            def handle_error(self, *_: object) -> None:
                """A viewer that hangs up is no error."""

        return Server(('127.0.0.1', port), Answer)


def _sdp(film: Path) -> str:
    with av.open(str(film)) as container:
        extradata = container.streams.video[0].codec_context.extradata
    (length,) = struct.unpack_from('>H', extradata, 6)
    sps, rest = extradata[8 : 8 + length], extradata[8 + length :]
    pps = rest[3 : 3 + struct.unpack_from('>H', rest, 1)[0]]
    sets = ','.join(base64.b64encode(unit).decode() for unit in (sps, pps))
    return (
        'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=twin\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\n'
        f'a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1;sprop-parameter-sets={sets}\r\na=control:track0\r\n'
    )


def _rtp(packets: Iterator[av.Packet]) -> Iterator[bytes]:
    """Pack H.264 as RFC 6184 says, each RTP packet interleaved as channel 0."""
    number = 0
    for packet in packets:
        units = list(_units(bytes(packet)))
        ticks = round(packet.pts * packet.time_base * 90_000) & 0xFFFFFFFF
        for unit in units:
            pieces = list(_pieces(unit))
            for piece in pieces:
                last = unit is units[-1] and piece is pieces[-1]
                header = struct.pack('>BBHII', 0x80, 96 | (last << 7), number & 0xFFFF, ticks, 7)
                yield struct.pack('>cBH', b'$', 0, len(header) + len(piece)) + header + piece
                number += 1


def _units(content: bytes) -> Iterator[bytes]:
    while content:
        (length,) = struct.unpack_from('>I', content)
        yield content[4 : 4 + length]
        content = content[4 + length :]


def _pieces(unit: bytes) -> Iterator[bytes]:
    if len(unit) <= MTU:
        yield unit
        return
    indicator, kind, body = unit[0] & 0xE0 | 28, unit[0] & 0x1F, unit[1:]
    for offset in range(0, len(body), MTU):
        first, last = offset == 0, offset + MTU >= len(body)
        yield bytes([indicator, first << 7 | last << 6 | kind]) + body[offset : offset + MTU]

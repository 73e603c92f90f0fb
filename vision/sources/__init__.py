"""What a camera can read from: one small class per kind."""

from models.video import SourceAddress
from vision.sources import demo, file, network, usb  # noqa: F401 - each registers itself
from vision.sources.source import SOURCES, Reading, Source, SourceOptions, VideoFormat, register

__all__ = ['Reading', 'Source', 'SourceOptions', 'VideoFormat', 'make_source', 'register']


def make_source(source: SourceAddress, options: SourceOptions) -> Source:
    """Return the (still closed) source behind an address; raises VideoError if the address can never work."""
    return SOURCES[source.kind](source.address, options)

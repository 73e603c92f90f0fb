"""What a camera reads from, as an icon and in words."""

from components.words import _
from models.video import CameraView, SourceKind

ICONS = {
    SourceKind.DEMO: 'smart_display',
    SourceKind.USB: 'usb',
    SourceKind.NETWORK: 'router',
    SourceKind.FILE: 'movie',
}


def source_words(camera: CameraView) -> str:
    """The camera's address, without passwords; the demo has none."""
    return camera.address or _('Built-in demo')

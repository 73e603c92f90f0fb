"""The browser's own half of Sideline: ES modules that every component's script imports as `sideline/<file>.js`."""

from hashlib import sha256
from pathlib import Path

from nicegui.dependencies import register_esm

FOLDER = Path(__file__).parent


def fingerprint(folder: Path = FOLDER) -> int:
    """A number made of what the modules say: NiceGUI makes it part of their URL.

    Browsers keep these files for a year without asking again, and the age of a file says nothing in an image whose
    files all carry the same date.
    """
    files = sorted(folder.glob('*.js'))
    content = b''.join(file.name.encode() + b'\0' + file.read_bytes() + b'\0' for file in files)
    return int.from_bytes(sha256(content).digest()[:6])  # six bytes: a float holds them exactly


register_esm('sideline', FOLDER, max_time=float(fingerprint()))

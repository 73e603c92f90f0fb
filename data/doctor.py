"""Says in plain words what this installation lacks; it changes nothing."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from importlib import metadata
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from data.doctor_data import examine_data
from data.embedder import model_folder
from data.finding import Finding, good, problem, warning
from models.base import utc_now
from models.settings import Settings

GB = 1_000_000_000
VIDEO_GB_PER_HOUR = 1.8  # 720p at 4 Mbit/s
EXPIRES_SOON = timedelta(days=30)
OLDEST_PYTHON = (3, 11)
OPENCV = ('opencv-python', 'opencv-contrib-python', 'opencv-python-headless', 'opencv-contrib-python-headless')


def examine(settings: Settings, *, missing_models: Callable[[Path], Sequence[str]]) -> list[Finding]:
    """Look at everything a club needs; `missing_models` names the landmark models that a folder lacks."""
    return [
        *_examine_home(settings.home),
        *examine_data(settings),
        _examine_landmark_models(settings.models_folder, missing_models),
        _examine_sentence_model(settings.embedder),
        *examine_cameras(Path('/dev')),
        examine_certificate(settings.ssl_certfile, settings.ssl_keyfile),
        *_examine_packages(),
    ]


def examine_disk(free_bytes: int) -> Finding:
    """Whether there is space for a match or two."""
    hours = free_bytes / GB / VIDEO_GB_PER_HOUR
    sentence = f'{free_bytes / GB:.1f} GB are free: room for about {hours:.0f} hours of video.'
    if hours < 1:
        return problem('Disk', f'{sentence} Make space: recording stops before the disk is full.')
    return warning('Disk', sentence) if hours < 4 else good('Disk', sentence)


def examine_cameras(devices: Path) -> Iterator[Finding]:
    """Whether this user may open the cameras that are plugged in."""
    cameras = sorted(devices.glob('video[0-9]*'))
    if not cameras:
        yield good('USB cameras', 'None is plugged in. Network cameras, video files and the demo camera need none.')
    for camera in cameras:
        if os.access(camera, os.R_OK | os.W_OK):
            yield good('USB cameras', f'{camera} can be opened.')
        else:
            hint = 'Add this user to the group "video" and sign in again: sudo usermod -aG video "$USER"'
            yield problem('USB cameras', f'{camera} may not be opened by this user. {hint}')


def examine_certificate(certfile: Path | None, keyfile: Path | None) -> Finding:
    """Whether tablets will accept the connection, and for how long."""
    subject = 'Certificate'
    if certfile is None or keyfile is None:
        hint = 'Set SIDELINE_SSL_CERTFILE and SIDELINE_SSL_KEYFILE; without HTTPS some iPads reload for ever.'
        return warning(subject, f'There is none: pages are served without encryption. {hint}')
    try:
        certificate = x509.load_pem_x509_certificate(certfile.read_bytes())
        key = load_pem_private_key(keyfile.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        return problem(subject, f'Certificate or key cannot be read: {error}')
    if not _are_same(certificate.public_key(), key.public_key()):
        return problem(subject, f'{certfile} does not belong to the key {keyfile}.')
    left = certificate.not_valid_after_utc - utc_now()
    until = f'{certificate.not_valid_after_utc:%Y-%m-%d}'
    if left <= timedelta():
        return problem(subject, f'It expired on {until}. Replace it: browsers refuse it.')
    if left < EXPIRES_SOON:
        return warning(subject, f'It expires on {until}. Replace it before then.')
    return good(subject, f'It is valid until {until}.')


def _are_same(first: PublicKeyTypes, second: PublicKeyTypes) -> bool:
    return first == second


def _examine_home(home: Path) -> Iterator[Finding]:
    if not home.is_dir():
        yield warning('Home folder', f'{home} does not exist yet. It is made at the first start.')
        return
    if not os.access(home, os.W_OK):
        yield problem('Home folder', f'{home} cannot be written by this user. Give it to the user who runs Sideline.')
    else:
        yield good('Home folder', f'Everything is kept in {home}.')
    secret = home / 'secret'
    if secret.exists() and secret.stat().st_mode & 0o077:
        yield problem('Secret', f'Others can read {secret}. Close it: chmod 600 "{secret}"')
    yield examine_disk(shutil.disk_usage(home).free)


def _examine_landmark_models(folder: Path, missing_models: Callable[[Path], Sequence[str]]) -> Finding:
    missing = missing_models(folder)
    if not missing:
        return good('Overlays', f'The landmark models are in {folder}.')
    return warning('Overlays', f'{", ".join(missing)} missing in {folder}. Fetch with: python app.py models')


def _examine_sentence_model(name: str) -> Finding:
    folder = model_folder(name)
    if folder is None:
        hint = 'Search finds words only. Install all packages, or let SIDELINE_EMBEDDER name a folder.'
        return problem('Sentence model', f'{name} is not there. {hint}')
    return good('Sentence model', f'{name} is in {folder}.')


def _examine_packages() -> Iterator[Finding]:
    if sys.version_info < OLDEST_PYTHON:
        yield problem('Python', 'Sideline needs Python 3.11 or newer.')
    else:
        yield good('Python', f'Version {sys.version.split()[0]}.')
    yield examine_opencv({name: version for name in OPENCV if (version := _version(name))})


def examine_opencv(installed: dict[str, str]) -> Finding:
    """Whether the packages that share the folder `cv2` are of one version; the last one installed wins otherwise."""
    versions = ', '.join(f'{name} {version}' for name, version in installed.items())
    if len(set(installed.values())) == 1:
        return good('OpenCV', f'{versions}.')
    hint = 'Install the versions that requirements.lock names: pip install --force-reinstall -r requirements.lock'
    return problem('OpenCV', f'{versions or "None installed"}: they must be there in one version. {hint}')


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None

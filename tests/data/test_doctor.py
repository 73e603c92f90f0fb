"""The doctor says in plain words what is missing."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from app import Deployment
from data import doctor
from data.club import Club
from data.doctor import examine, examine_cameras, examine_certificate, examine_disk, examine_opencv
from data.finding import Finding, Verdict
from models.base import utc_now
from models.session import Session, SessionView
from models.settings import Settings
from models.video import Camera, Clip, ClipStatus, Recording, SourceKind


def about(subject: str, settings: Settings) -> list[Finding]:
    findings = examine(settings, missing_models=lambda _: [])
    return [each for each in findings if each.subject == subject]


def verdicts(subject: str, settings: Settings) -> list[Verdict]:
    return [each.verdict for each in about(subject, settings)]


def test_a_machine_without_a_home_folder_is_only_told_so(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / 'later')
    assert verdicts('Home folder', settings) == [Verdict.WARNING]
    assert verdicts('Database', settings) == [Verdict.WARNING]
    assert not settings.home.exists()


async def test_a_sound_house_is_told_good(house: Deployment, club: Club) -> None:
    findings = examine(house.settings, missing_models=lambda _: [])
    assert {'Database', 'Clips', 'Recordings', 'Overlays', 'Sentence model', 'Disk', 'OpenCV', 'Python'} <= {
        each.subject for each in findings
    }
    assert not [each for each in findings if each.verdict is Verdict.PROBLEM and each.subject != 'Disk']


async def test_rows_without_files_and_files_without_rows_are_counted(
    house: Deployment, club: Club, session: SessionView
) -> None:
    async with house.database.writing() as db:
        row = await db.get_one(Session, session.id)
        camera = Camera(organization_id=row.organization_id, name='Tower', kind=SourceKind.DEMO)
        db.add(camera)
        await db.flush()
        owner = {'organization_id': row.organization_id, 'session_id': session.id}
        recording = Recording(**owner, camera_id=camera.id, started_at=utc_now(), width_px=640, height_px=360, fps=25)
        db.add(recording)
        await db.flush()
        for status in (ClipStatus.READY, ClipStatus.PENDING):
            times = {'start_time': utc_now(), 'end_time': utc_now()}
            db.add(Clip(**owner, **times, recording_id=recording.id, status=status))
    for _ in range(2):
        house.folders.clip(uuid4()).write_bytes(b'?')
    (house.folders.clips / 'note.txt').touch()
    told = [each.sentence for each in about('Clips', house.settings)]
    assert told[0].startswith('1 clips have no file')
    assert told[1].startswith('2 clips belong to nothing')
    assert verdicts('Recordings', house.settings) == [Verdict.PROBLEM]


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    (tmp_path / 'sideline.db').write_bytes(b'not a database, though it bears its name' * 100)
    assert verdicts('Database', Settings(home=tmp_path)) == [Verdict.PROBLEM]


def test_videos_without_a_database_are_never_taken_for_a_first_start(tmp_path: Path) -> None:
    (tmp_path / 'clips').mkdir()
    (tmp_path / 'clips' / f'{uuid4()}.mp4').touch()
    assert verdicts('Database', Settings(home=tmp_path)) == [Verdict.PROBLEM]


def test_a_secret_that_others_can_read_is_told(tmp_path: Path) -> None:
    (tmp_path / 'secret').touch(mode=0o600)
    assert verdicts('Secret', Settings(home=tmp_path)) == []
    (tmp_path / 'secret').chmod(0o644)
    assert verdicts('Secret', Settings(home=tmp_path)) == [Verdict.PROBLEM]


def test_missing_models_are_named() -> None:
    findings = examine(Settings(embedder='/no/such/folder'), missing_models=lambda _: ['pose_landmarker.task'])
    told = {each.subject: each for each in findings}
    assert 'pose_landmarker.task' in told['Overlays'].sentence
    assert told['Sentence model'].verdict is Verdict.PROBLEM


@pytest.mark.parametrize(('gigabytes', 'verdict'), [(1, Verdict.PROBLEM), (5, Verdict.WARNING), (50, Verdict.GOOD)])
def test_disk_space_is_told_in_hours_of_video(gigabytes: int, verdict: Verdict) -> None:
    finding = examine_disk(gigabytes * doctor.GB)
    assert finding.verdict is verdict
    assert 'hours of video' in finding.sentence


def test_a_camera_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [each.verdict for each in examine_cameras(tmp_path)] == [Verdict.GOOD]
    (tmp_path / 'video0').touch()
    (tmp_path / 'video1').touch()
    monkeypatch.setattr('os.access', lambda path, mode: path.name == 'video0')
    assert [each.verdict for each in examine_cameras(tmp_path)] == [Verdict.GOOD, Verdict.PROBLEM]


def certificate(folder: Path, *, days: int) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, 'sideline.local')])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(utc_now() - timedelta(days=400))
        .not_valid_after(utc_now() + timedelta(days=days))
        .sign(key, hashes.SHA256())
    )
    folder.mkdir(exist_ok=True)
    (folder / 'cert.pem').write_bytes(built.public_bytes(Encoding.PEM))
    (folder / 'key.pem').write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return folder / 'cert.pem', folder / 'key.pem'


@pytest.mark.parametrize(('days', 'verdict'), [(-1, Verdict.PROBLEM), (5, Verdict.WARNING), (90, Verdict.GOOD)])
def test_a_certificate_is_told_with_its_last_day(tmp_path: Path, days: int, verdict: Verdict) -> None:
    finding = examine_certificate(*certificate(tmp_path, days=days))
    assert finding.verdict is verdict
    assert f'{utc_now() + timedelta(days=days):%Y-%m-%d}' in finding.sentence


def test_a_certificate_of_another_key_is_a_problem(tmp_path: Path) -> None:
    cert, _ = certificate(tmp_path / 'one', days=90)
    _, key = certificate(tmp_path / 'two', days=90)
    assert examine_certificate(cert, key).verdict is Verdict.PROBLEM
    assert examine_certificate(cert, tmp_path / 'nowhere.pem').verdict is Verdict.PROBLEM
    assert examine_certificate(None, None).verdict is Verdict.WARNING


def test_two_versions_of_opencv_are_a_problem() -> None:
    mixed = {'opencv-python': '5.0.0.93', 'opencv-contrib-python': '4.10.0.84'}
    assert examine_opencv(mixed).verdict is Verdict.PROBLEM
    assert examine_opencv({}).verdict is Verdict.PROBLEM
    assert examine_opencv({'opencv-contrib-python': '5.0.0.93'}).verdict is Verdict.GOOD

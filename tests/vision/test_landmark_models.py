from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from models.errors import SidelineError
from vision import landmark_models as models
from vision.landmarkers import open_landmarker


@pytest.fixture(scope='module')
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        return models.download(tmp_path_factory.mktemp('wheel'))
    except SidelineError as error:
        pytest.skip(f'No wheel to take models from: {error}')


@pytest.fixture
def no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('PIP_NO_INDEX', '1')


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_empty_folder_misses_all_models(tmp_path: Path) -> None:
    assert models.missing(tmp_path / 'none') == ['pose_landmarker.task', 'hand_landmarker.task', 'face_detector.tflite']


def test_nothing_is_missing_after_fetching(landmark_models: Path) -> None:
    assert models.missing(landmark_models) == []


@pytest.mark.usefixtures('no_index')
def test_fetching_again_asks_nobody_and_changes_nothing(landmark_models: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in landmark_models.iterdir()}
    models.fetch(landmark_models)
    assert {path: path.stat().st_mtime_ns for path in landmark_models.iterdir()} == before


@pytest.mark.usefixtures('no_index')
def test_without_internet_it_says_what_to_do_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(SidelineError, match='Check the internet connection'):
        models.fetch(tmp_path / 'models')
    assert not (tmp_path / 'models').exists()


def test_the_same_wheel_makes_the_same_files(wheel: Path, tmp_path: Path) -> None:
    models.unpack(wheel, tmp_path / 'one')
    models.unpack(wheel, tmp_path / 'other')
    assert contents(tmp_path / 'one') == contents(tmp_path / 'other')


def test_an_own_model_stays_untouched(wheel: Path, tmp_path: Path) -> None:
    (tmp_path / 'pose_landmarker.task').write_bytes(b'my own')
    models.unpack(wheel, tmp_path)
    assert (tmp_path / 'pose_landmarker.task').read_bytes() == b'my own'
    assert models.missing(tmp_path) == []


def test_a_model_with_a_wrong_checksum_is_refused_and_nothing_is_written(wheel: Path, tmp_path: Path) -> None:
    forged = tmp_path / 'forged.whl'
    with ZipFile(wheel) as real, ZipFile(forged, 'w') as copy:
        for name in (entry for entry in real.namelist() if entry.endswith('.tflite')):
            content = real.read(name)
            copy.writestr(name, content[:-1] + b'!' if 'hand_landmark_full' in name else content)
    with pytest.raises(SidelineError, match='hand_landmark_full is not the expected file'):
        models.unpack(forged, tmp_path / 'models')
    assert not (tmp_path / 'models').exists()


def test_a_broken_download_is_refused(tmp_path: Path) -> None:
    (tmp_path / 'half.whl').write_bytes(b'PK half a wheel')
    with pytest.raises(SidelineError, match='incomplete'):
        models.unpack(tmp_path / 'half.whl', tmp_path / 'models')


def test_bundles_are_stored_so_that_mediapipe_can_read_them_in_place(landmark_models: Path) -> None:
    with ZipFile(landmark_models / 'pose_landmarker.task') as bundle:
        assert bundle.testzip() is None
        assert {part.compress_type for part in bundle.infolist()} == {ZIP_STORED}
        assert bundle.namelist() == ['pose_detector.tflite', 'pose_landmarks_detector.tflite']


@pytest.mark.parametrize('detection', ['pose', 'hands', 'face'])
def test_mediapipe_opens_each_model(landmark_models: Path, detection: str) -> None:
    open_landmarker(detection, landmark_models).close()

"""The tracker on real footage with the real models, and on scripted landmarkers that hang and fail on demand."""

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Event, active_count
from time import monotonic, sleep

import av
import numpy as np
import pytest

from models.video import Detections
from vision import tracker as tracker_module
from vision import tracking_worker
from vision.frame import Frame, Image
from vision.landmarkers import Landmarkers, open_landmarker
from vision.landmarks import Points, PoseLandmark
from vision.tracker import Tracker

NO_FRAMES: Iterator[Frame] = iter(())
POSE = Detections(pose=True)
NOTHING = Detections(pose=False)
PATIENCE_S = 60.0
BLANK = np.zeros((36, 64, 3), np.uint8)

Script = Callable[[int], None]


class Scripted:
    """A landmarker that finds one point per picture, after doing what its script says for the n-th picture."""

    def __init__(self, script: Script) -> None:
        self.times_ms: list[int] = []
        self.closed = False
        self._script = script

    def find(self, image: Image, *, time_ms: int) -> tuple[Points, ...]:
        self.times_ms.append(time_ms)
        self._script(len(self.times_ms))
        return (np.zeros((33, 4), np.float32),)

    def close(self) -> None:
        self.closed = True


class Bench:
    """Opens scripted landmarkers and remembers them by detection."""

    def __init__(self, script: Script = lambda number: None) -> None:
        self.opened: list[tuple[str, Scripted]] = []
        self._script = script

    def open(self, detection: str, models_folder: Path) -> Scripted:
        self.opened.append((detection, Scripted(self._script)))
        return self.opened[-1][1]

    def tracker(self, detections: Detections) -> Tracker:
        return Tracker(Path('nowhere'), detections, landmarker_factory=self.open)


def blanks() -> Iterator[Frame]:
    """Frames without end; their time never goes backwards, whoever makes them."""
    return (Frame(BLANK, monotonic(), monotonic()) for _ in count())


def offer_until(tracker: Tracker, true: Callable[[], object], frames: Iterator[Frame] | None = None) -> None:
    """Offer frame after frame until something is true; when there are no more, only wait."""
    frames, deadline = blanks() if frames is None else frames, monotonic() + PATIENCE_S
    while not true():
        assert monotonic() < deadline, f'It never came true: {tracker.problem}'
        if frame := next(frames, None):
            tracker.offer(frame)
        sleep(0.005)


def video(path: Path, every: int = 1) -> Iterator[Frame]:
    with av.open(str(path)) as container:
        for number, picture in enumerate(container.decode(video=0)):
            if number % every == 0:
                yield Frame(picture.to_ndarray(format='bgr24'), float(picture.time or 0), monotonic())


def test_it_finds_pose_hands_and_face_in_real_footage(footage: Path, landmark_models: Path) -> None:
    landmarkers = Landmarkers(landmark_models, open_landmarker)
    everything = Detections(pose=True, hands=True, face=True)
    found = [landmarkers.find(frame, everything) for frame in video(footage / 'walk.mkv', every=3)]
    landmarkers.close()
    assert sum(len(landmarks.poses) == 1 for landmarks in found) == len(found)
    assert sum(len(landmarks.hands) > 0 for landmarks in found) > 0.7 * len(found)
    assert sum(len(landmarks.faces) > 0 for landmarks in found) > 0.7 * len(found)
    assert {points.shape for landmarks in found for points in landmarks.poses} == {(33, 4)}
    assert {points.shape for landmarks in found for points in landmarks.hands} == {(21, 3)}
    assert {points.shape for landmarks in found for points in landmarks.faces} == {(8, 2)}


def test_the_pose_lies_on_the_person_and_an_empty_room_has_none(footage: Path, landmark_models: Path) -> None:
    landmarkers = Landmarkers(landmark_models, open_landmarker)
    frames = list(video(footage / 'one-by-one-person-detection.mp4', every=5))[:140]
    room = frames[0].image.astype(np.int16)
    seen_with_person, seen_without, near = [], [], []
    for frame in frames:
        changed = np.abs(frame.image - room).max(axis=2) > 40
        poses = landmarkers.find(frame, POSE).poses
        (seen_with_person if changed.mean() > 0.03 else seen_without).append(bool(poses))
        if poses and changed.mean() > 0.03:
            person_x = np.nonzero(changed)[1].mean() / frame.image.shape[1]
            hips_x = poses[0][[PoseLandmark.LEFT_HIP, PoseLandmark.RIGHT_HIP], 0].mean()
            near.append(abs(hips_x - person_x) < 0.1)
    landmarkers.close()
    assert len(seen_with_person) > 80
    assert len(seen_without) > 15
    assert np.mean(seen_with_person) > 0.85
    assert np.mean(seen_without) < 0.1
    assert np.mean(near) > 0.9


def test_a_tracker_sees_what_its_camera_sees(footage: Path, landmark_models: Path) -> None:
    with closing(Tracker(landmark_models, POSE)) as tracker:
        offer_until(tracker, lambda: tracker.latest and tracker.latest.poses, video(footage / 'walk.mkv'))
        assert tracker.problem == ''


def test_a_file_that_starts_over_is_tracked_on(footage: Path, landmark_models: Path) -> None:
    start, *_, end = video(footage / 'walk.mkv')
    with closing(Tracker(landmark_models, POSE)) as tracker:
        offer_until(tracker, lambda: tracker.latest and tracker.latest.time_s == end.time_s, iter([end]))
        offer_until(tracker, lambda: tracker.latest and tracker.latest.time_s == start.time_s, iter([start]))
        assert tracker.problem == ''


def test_without_models_it_says_which_command_brings_them(tmp_path: Path) -> None:
    with closing(Tracker(tmp_path, POSE)) as tracker:
        offer_until(tracker, lambda: tracker.problem)
        assert tracker.problem == 'Overlays are off: the landmark models are missing. Run `python app.py models`.'
        assert tracker.latest is None


def test_nothing_switched_on_means_no_work_at_all() -> None:
    bench, threads = Bench(), active_count()
    tracker = bench.tracker(NOTHING)
    for frame, _ in zip(blanks(), range(50), strict=False):
        tracker.offer(frame)
    assert (bench.opened, active_count(), tracker.skipped, tracker.problem) == ([], threads, 0, '')


def test_only_what_is_switched_on_is_opened_and_closed_again_when_switched_off() -> None:
    bench = Bench()
    with closing(bench.tracker(POSE)) as tracker:
        offer_until(tracker, lambda: tracker.latest)
        assert [name for name, _ in bench.opened] == ['pose']
        tracker.detections = Detections(pose=False, hands=True)
        offer_until(tracker, lambda: tracker.latest and tracker.latest.hands)
        assert [name for name, _ in bench.opened] == ['pose', 'hands']
        assert bench.opened[0][1].closed
        tracker.detections = NOTHING
        assert tracker.latest is None
        offer_until(tracker, lambda: bench.opened[1][1].closed)


def test_frames_older_than_the_newest_are_skipped_and_counted() -> None:
    go, started = Event(), Event()

    def wait(number: int) -> None:
        started.set()
        go.wait(PATIENCE_S)

    bench, frames = Bench(wait), blanks()
    with closing(bench.tracker(POSE)) as tracker:
        tracker.offer(next(frames))
        assert started.wait(PATIENCE_S)
        *_, newest = offered = [next(frames) for _ in range(10)]
        for frame in offered:
            tracker.offer(frame)
        go.set()
        offer_until(tracker, lambda: tracker.latest and tracker.latest.time_s == newest.time_s, NO_FRAMES)
        assert tracker.skipped == 9
        assert len(bench.opened[0][1].times_ms) == 2


def test_time_rises_for_mediapipe_even_when_frames_share_a_millisecond() -> None:
    bench = Bench()
    landmarkers = Landmarkers(Path('nowhere'), bench.open)
    for time_s in (1.0, 1.0, 1.0002, 1.5):
        landmarkers.find(Frame(BLANK, time_s, 0.0), POSE)
    assert bench.opened[0][1].times_ms == [1000, 1001, 1002, 1500]


def test_time_that_goes_backwards_opens_new_landmarkers() -> None:
    bench = Bench()
    landmarkers = Landmarkers(Path('nowhere'), bench.open)
    for time_s in (5.0, 0.1):
        landmarkers.find(Frame(BLANK, time_s, 0.0), POSE)
    assert [landmarker.times_ms for _, landmarker in bench.opened] == [[5000], [100]]
    assert bench.opened[0][1].closed


def test_an_exception_turns_overlays_off_until_it_works_again() -> None:
    def fail_twice(number: int) -> None:
        if len(bench.opened) <= 2 and number == 2:
            raise RuntimeError('scripted')

    bench = Bench(fail_twice)
    with closing(bench.tracker(POSE)) as tracker:
        offer_until(tracker, lambda: tracker.problem)
        assert (tracker.latest, tracker.problem) == (None, tracking_worker.FAILED)
        assert bench.opened[0][1].closed
        offer_until(tracker, lambda: len(bench.opened) == 3 and tracker.latest)
        assert tracker.problem == ''


def test_another_choice_of_detections_is_tried_at_once_after_a_failure() -> None:
    def fail(number: int) -> None:
        if bench.opened[-1][0] == 'pose':
            raise RuntimeError('scripted')

    bench = Bench(fail)
    with closing(bench.tracker(POSE)) as tracker:
        offer_until(tracker, lambda: tracker.problem)
        tracker.detections = Detections(pose=False, face=True)
        offer_until(tracker, lambda: tracker.latest and tracker.latest.faces)


def test_a_hung_landmarker_is_abandoned_and_another_thread_takes_over() -> None:
    stuck = Event()

    def hang_once(number: int) -> None:
        if len(bench.opened) == 1 and number == 3:
            stuck.wait(PATIENCE_S)

    bench = Bench(hang_once)
    with closing(bench.tracker(POSE)) as tracker:
        offer_until(tracker, lambda: tracker.latest)
        offer_until(tracker, lambda: tracker.problem)
        assert (tracker.latest, tracker.problem) == (None, tracker_module.HANGS)
        offer_until(tracker, lambda: tracker.latest)
        assert tracker.problem == ''
        assert not bench.opened[0][1].closed
        stuck.set()
        offer_until(tracker, lambda: bench.opened[0][1].closed)
        assert not bench.opened[1][1].closed


def test_a_hang_is_noticed_even_when_the_camera_delivers_nothing_more() -> None:
    stuck = Event()
    bench = Bench(lambda number: stuck.wait(PATIENCE_S) if number == 2 else None)
    tracker = bench.tracker(POSE)
    offer_until(tracker, lambda: bench.opened and len(bench.opened[0][1].times_ms) == 2)
    offer_until(tracker, lambda: tracker.problem, NO_FRAMES)
    assert tracker.latest is None
    stuck.set()
    tracker.close()


def test_a_landmarker_that_always_hangs_does_not_pile_up_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracking_worker, 'HANG_LIMIT_S', 0.1)
    monkeypatch.setattr(tracking_worker, 'LONGEST_PAUSE_S', 0.1)
    stuck, threads = Event(), active_count()
    bench = Bench(lambda number: stuck.wait(PATIENCE_S) if number == 2 else None)
    with closing(bench.tracker(POSE)) as tracker:
        offer_until(tracker, lambda: tracker.problem == tracker_module.HANGS_FOR_GOOD)
        assert active_count() - threads == tracker_module.MAX_HUNG_THREADS
        stuck.set()
        offer_until(tracker, lambda: active_count() == threads + 1 and tracker.latest)


def test_after_closing_no_thread_is_left_and_none_is_started() -> None:
    bench, threads = Bench(), active_count()
    tracker = bench.tracker(POSE)
    offer_until(tracker, lambda: tracker.latest)
    tracker.close()
    tracker.offer(next(blanks()))
    assert active_count() == threads
    assert all(landmarker.closed for _, landmarker in bench.opened)

"""A camera's clock is held to the server's, whatever it does."""

import random
from itertools import pairwise

import pytest

from vision.sources.packet_clock import PacketClock


def stamped(seconds_by_camera: list[float], arrivals_s: list[float]) -> list[float]:
    clock = PacketClock()
    return [clock.stamp(decoded_s, arrived_s=at) for decoded_s, at in zip(seconds_by_camera, arrivals_s, strict=True)]


def test_an_exact_camera_keeps_its_own_even_times_although_the_network_is_late() -> None:
    chance = random.Random(7)
    camera = [1000 + number / 30 for number in range(3000)]
    times = stamped(camera, [number / 30 + chance.random() * 0.04 for number in range(3000)])
    steps = [later - earlier for earlier, later in pairwise(times)]
    assert max(steps) - min(steps) < 0.001


def test_a_camera_that_runs_wrong_is_a_tenth_of_a_second_off_after_two_hours_at_most() -> None:
    arrivals = [number / 10 for number in range(72_000)]
    times = stamped([at * 1.0001 for at in arrivals], arrivals)
    assert times[-1] == pytest.approx(arrivals[-1], abs=0.1)


def test_what_a_camera_sends_of_its_past_is_slewed_away() -> None:
    camera = [number / 30 for number in range(2400)]
    arrivals = [max(0.0, at - 2.0) for at in camera]  # two seconds come at once
    times = stamped(camera, arrivals)
    assert times == sorted(set(times))
    assert times[-1] == pytest.approx(arrivals[-1], abs=0.1)


@pytest.mark.parametrize('jump_s', [-3600.0, -0.5, 5.0, 86_400.0])
def test_a_camera_that_sets_its_clock_goes_on_where_it_is(jump_s: float) -> None:
    camera = [number / 30 + (jump_s if number >= 100 else 0.0) for number in range(200)]
    arrivals = [number / 30 for number in range(200)]
    times = stamped(camera, arrivals)
    assert times == sorted(set(times))
    assert times[-1] == pytest.approx(arrivals[-1], abs=0.1)

"""The shape that all benchmarks share: two ways to do the same thing, measured in turns in one run."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import perf_counter

Way = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Comparison:
    """How often ours is done in the time of the baseline; machines differ, ratios hardly."""

    claim: str
    ours: str
    baseline: str
    ours_s: float
    baseline_s: float

    @property
    def ratio(self) -> float:
        """Above 1, ours is faster."""
        return self.baseline_s / self.ours_s

    def __str__(self) -> str:
        times = f'{1000 * self.ours_s:9.2f} ms {1000 * self.baseline_s:9.2f} ms'
        return f'{self.claim:34} {times} {self.ratio:7.2f} ×   {self.ours} against {self.baseline}'


async def compare(claim: str, *, ours: tuple[str, Way], baseline: tuple[str, Way], rounds: int = 3) -> Comparison:
    """Run both ways in turns, so that a busy machine is unfair to both, and keep the best time of each."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for measured, (_name, way) in zip(times, (ours, baseline), strict=True):
            started = perf_counter()
            await way()
            measured.append(perf_counter() - started)
    return Comparison(claim, ours[0], baseline[0], min(times[0]), min(times[1]))

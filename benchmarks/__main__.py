"""Runs all benchmarks, or those whose names are given, and prints one table of ratios."""

import asyncio
import sys

from benchmarks import clip_cut, embedding_again, embedding_batches, large_form, log_commit, search

BENCHMARKS = (clip_cut, log_commit, embedding_batches, embedding_again, search, large_form)


async def main(names: list[str]) -> None:
    """Print a line per benchmark as soon as it is measured."""
    print(f'{"claim":34} {"ours":>12} {"baseline":>12} {"ratio":>9}')
    for benchmark in BENCHMARKS:
        if not names or benchmark.__name__.rpartition('.')[2] in names:
            print(await benchmark.measure(), flush=True)


asyncio.run(main(sys.argv[1:]))

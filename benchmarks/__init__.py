"""Every performance claim as a command that prints a ratio: `python -m benchmarks`."""

"""What the doctor says about one thing."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How much a finding matters."""

    GOOD = 'good'
    WARNING = 'warning'
    PROBLEM = 'problem'


@dataclass(frozen=True)
class Finding:
    """One thing that was examined, and a sentence that says what to do about it if anything."""

    subject: str
    verdict: Verdict
    sentence: str


def good(subject: str, sentence: str) -> Finding:
    """Nothing needs to be done."""
    return Finding(subject, Verdict.GOOD, sentence)


def warning(subject: str, sentence: str) -> Finding:
    """It works, but not all of it."""
    return Finding(subject, Verdict.WARNING, sentence)


def problem(subject: str, sentence: str) -> Finding:
    """Something does not work until this is done."""
    return Finding(subject, Verdict.PROBLEM, sentence)

"""What people beside a pitch call the same thing, so that a question finds a log in other words.

A sentence model knows English, not sport: to it "goalkeeper stops a shot" is nearer to "goalkeeper kicks the ball
out" than to "great save by the keeper". These groups close that gap; they change questions only, never what is stored.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

IDEAS = (
    # The first phrase of a group is the one that logs mostly use; a word also stands for its other endings.
    'keeper, goalkeeper, goal keeper, goalie, torwart, torhüter, tormann',
    'save, stop shot, block shot, hold shot, parry, deny, stop penalty, parade, gehalten, hält schuss, hält ball',
    'goal, score, tor, treffer',
    'concede, let in, gegentor',
    'shot, strike, shoot, schuss, abschluss',
    'assist, set up goal, vorlage',
    'yellow card, booking, booked, caution, gelbe karte, verwarnung',
    'red card, sent off, dismissal, rote karte, platzverweis',
    'foul, fouled, infringement, regelverstoß',
    'penalty, spot kick, elfmeter, strafstoß',
    'free kick, freistoß',
    'corner, corner kick, eckball, ecke',
    'header, headed, kopfball',
    'cross, flanke',
    'offside, abseits',
    'set piece, dead ball, standardsituation',
    'post, crossbar, woodwork, pfosten, latte',
    'throw in, einwurf',
    'substitution, subbed, replaced, player change, wechsel, auswechslung',
    'injury, injured, hurt, limp, hamstring, strain, verletzung, verletzt',
    'tackle, challenge, zweikampf, grätsche',
    'interception, intercept, win ball, won ball, ballgewinn',
    'turnover, lose ball, lost ball, ballverlust',
    'counter attack, fast break, konter, gegenstoß',
    'press, pressing, pressure, gegenpressing',
    'dribble, dribbling, take on',
    'pass, zuspiel',
    'defence, defense, back line, abwehr',
    'attack, offence, offense, angriff',
)
ARTICLES = r'(?:(?:a|an|the|his|her|their|our|my|der|die|das|den|ein|eine|einen)\s+)?'
STOP_WORDS = frozenset(
    re.findall(
        r'\w+',
        """
        a an and at by for from had has he her his how in is it its of on or our she that the their there they this to
        was we were what when where which who with
        als am auf aus bei das dem den der des die ein eine einem einen einer er es für hat ich im in ist mit sie so
        und von war was wer wie wir wo zu
        """,
    )
)
ENDINGS = '(?:e|s|es|ed|d|ing|y|ies|ied|ying|en|n|t|te)?'
STRIPPED = ('ing', 'ies', 'es', 'ed', 's', 'e', 'y')
SHORTEST_STEM = 3


@dataclass(frozen=True)
class Idea:
    """One thing that a question is about; any of its phrases says it."""

    phrases: tuple[str, ...]

    def is_said_in(self, text: str) -> bool:
        """Whether a text, already `plain`, says this in one of the known ways."""
        return _pattern(self.phrases).search(text) is not None


@dataclass(frozen=True)
class Question:
    """A query as it was asked (`wordings[0]`), in the words of logs, and as the ideas it is made of."""

    wordings: tuple[str, ...]
    ideas: tuple[Idea, ...]

    @property
    def words(self) -> str:
        """All words by which full text search may find an answer."""
        return ' '.join(
            dict.fromkeys(word for idea in self.ideas for phrase in idea.phrases for word in phrase.split())
        )

    def share_said_in(self, text: str) -> float:
        """How much of the question a text says in so many words, 0 to 1."""
        bare = plain(text)
        said = sum(idea.is_said_in(bare) for idea in self.ideas)
        return said / len(self.ideas) if self.ideas else 0.0


def question_of(query: str) -> Question:
    """Understand a query: which ideas it names, and how a log would word it."""
    rest, ideas = plain(query), []
    wording = rest
    for idea, phrase in _phrases_longest_first():
        pattern = _pattern((phrase,))
        if pattern.search(rest):
            rest = pattern.sub(' ', rest)
            wording = pattern.sub(idea.phrases[0], wording)
            ideas.append(idea)
    others = [Idea((word,)) for word in rest.split() if word not in STOP_WORDS]
    return Question(tuple(dict.fromkeys((query, wording))), tuple(dict.fromkeys((*ideas, *others))))


def plain(text: str) -> str:
    """The bare words of a text: no case, no punctuation, one way to write each letter."""
    return ' '.join(re.findall(r'\w+', unicodedata.normalize('NFC', text).casefold()))


@cache
def _phrases_longest_first() -> tuple[tuple[Idea, str], ...]:
    ideas = [Idea(tuple(plain(phrase) for phrase in group.split(','))) for group in IDEAS]
    pairs = [(idea, phrase) for idea in ideas for phrase in idea.phrases]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[1])))


@lru_cache(maxsize=2_000)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    between = r'\s+' + ARTICLES
    ways = (between.join(_with_endings(word) for word in phrase.split()) for phrase in phrases)
    return re.compile(rf'\b(?:{"|".join(ways)})\b')


def _with_endings(word: str) -> str:
    if len(word) < SHORTEST_STEM:
        return re.escape(word)
    stem = next((word.removesuffix(end) for end in STRIPPED if word.endswith(end)), word)
    stem = stem if len(stem) >= SHORTEST_STEM else word
    return rf'{stem}{stem[-1]}?{ENDINGS}'

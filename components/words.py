"""All visible words go through one catalogue: English in the code, other languages in `components/locale`."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, localedata, negotiate_locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from nicegui import context
from nicegui.slot import Slot

from models.errors import SidelineError

LANGUAGES = ('en', 'de')
LOCALE_FOLDER = Path(__file__).parent / 'locale'
PLACEHOLDER = re.compile(r'{([a-z_]+)}')
LEAST_TELLING = 10
"""A message with fewer characters of its own, like '{team}, {day}', could be anything."""

accept_language: ContextVar[str] = ContextVar('accept_language', default='')
"""The Accept-Language header of the HTTP request that is being answered; set by the app's outermost layer."""


_spoken: ContextVar[str] = ContextVar('spoken', default='')
_is_form_translated: ContextVar[bool] = ContextVar('is_form_translated', default=True)


def _(message: str) -> str:
    """The message in the language of whoever is looking."""
    return _catalogue(language()).gettext(message) if message else ''


def later(message: str) -> str:
    """The message as it is, for a constant: `_()` says it when it is shown."""
    return message


def say(error: SidelineError) -> str:
    """An error's sentence in the language of whoever is looking."""
    return _(error.sentence).format(**error.values) if error.values else _(error.sentence)


def say_again(sentence: str) -> str:
    """A sentence whose {placeholders} were filled in earlier, like a clip's problem, in that language."""
    translated = _(sentence)
    if translated != sentence:
        return translated
    for message, pattern in _templates(language()):
        if found := pattern.fullmatch(sentence):
            return _(message).format(**{name: say_again(value) for name, value in found.groupdict().items()})
    return sentence


@contextmanager
def speaking(language: str, *, is_form_translated: bool = True) -> Iterator[None]:
    """Say everything in this language, whoever is looking; what a form says may stay in the club's own words."""
    tokens = _spoken.set(language), _is_form_translated.set(is_form_translated)
    try:
        yield
    finally:
        _spoken.reset(tokens[0])
        _is_form_translated.reset(tokens[1])


def language() -> str:
    """The language of the page being built or used, or of the request being answered: 'en', 'de'."""
    return _spoken.get() or negotiate_locale(_wanted(), LANGUAGES) or 'en'


def reader_language() -> str:
    """The language that whoever looks reads best, as a code like 'fr'; the catalogue may lack it, a form may have it.

    Empty while forms speak their own words.
    """
    if not _is_form_translated.get():
        return ''
    return _spoken.get() or next(iter(_wanted()), 'en').split('_')[0].lower()


def locale() -> Locale:
    """The locale in which dates and numbers are written: that language, as it is written where the reader lives."""
    spoken = language()
    regional = (tag for tag in _wanted() if tag.split('_')[0] == spoken and localedata.exists(tag))
    return Locale.parse(next(regional, spoken))


def _wanted() -> list[str]:
    """The languages that the reader's browser asks for, the dearest first."""
    header = accept_language.get()
    if Slot.get_stack() and (request := context.client.request):
        header = request.headers.get('accept-language', '')
    return [part.split(';')[0].strip().replace('-', '_') for part in header.split(',') if part.strip()]


@cache
def _catalogue(language: str) -> NullTranslations:
    catalogue = _read(language)
    if catalogue is None:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def _templates(language: str) -> list[tuple[str, re.Pattern[str]]]:
    """The messages with placeholders, and how each looks when it is filled in; the most telling ones first."""
    messages = [str(message.id) for message in _read(language) or () if '{' in message.id]
    told = {message: len(PLACEHOLDER.sub('', message)) for message in messages}
    telling = sorted((message for message in messages if told[message] >= LEAST_TELLING), key=told.get, reverse=True)
    return [(message, re.compile(_as_pattern(message), re.DOTALL)) for message in telling]


def _as_pattern(message: str) -> str:
    parts = PLACEHOLDER.split(message)
    return ''.join(f'(?P<{part}>.+)' if number % 2 else re.escape(part) for number, part in enumerate(parts))


def _read(language: str) -> Catalog | None:
    source = LOCALE_FOLDER / f'{language}.po'
    if not source.exists():
        return None
    with source.open('rb') as file:
        return read_po(file, locale=language)

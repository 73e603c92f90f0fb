"""All visible words go through one catalogue: English in the code, other languages in `components/locale`."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from nicegui import context
from nicegui.slot import Slot

from models.errors import SidelineError

LANGUAGES = ('en', 'de')
LOCALE_FOLDER = Path(__file__).parent / 'locale'

accept_language: ContextVar[str] = ContextVar('accept_language', default='')
"""The Accept-Language header of the HTTP request that is being answered; set by the app's outermost layer."""


_spoken: ContextVar[str] = ContextVar('spoken', default='')


def _(message: str) -> str:
    """The message in the language of whoever is looking."""
    return _catalogue(language()).gettext(message)


def say(error: SidelineError) -> str:
    """An error's sentence in the language of whoever is looking."""
    return _(error.sentence).format(**error.values) if error.values else _(error.sentence)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in this language, whoever is looking."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def language() -> str:
    """The language of the page being built or used, or of the request being answered: 'en', 'de'."""
    if spoken := _spoken.get():
        return spoken
    header = accept_language.get()
    if Slot.get_stack() and (request := context.client.request):
        header = request.headers.get('accept-language', '')
    wanted = [part.split(';')[0].strip().replace('-', '_') for part in header.split(',') if part.strip()]
    return negotiate_locale(wanted, LANGUAGES) or 'en'


def locale() -> Locale:
    """The locale in which dates and numbers are written."""
    return Locale.parse(language())


@cache
def _catalogue(language: str) -> NullTranslations:
    source = LOCALE_FOLDER / f'{language}.po'
    if not source.exists():
        return NullTranslations()
    compiled = BytesIO()
    with source.open('rb') as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)

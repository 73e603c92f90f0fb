"""The one design system: colour roles, type, spacing and the restyled framework. No page names a colour.

`serve()` once per app, `wear()` on every page. Everything else is a class name or a Quasar colour name.

Roles, as Quasar colour names (`ui.button(color='live')`, `ui.icon(color='muted')`, classes `text-muted`, `bg-raised`)
and as CSS variables (`var(--muted)`):
    surface  raised  sunken   the page; what lies on it; what is pressed into it (wells, code, empty video)
    ink      muted   line     text; quieter text; the few borders
    accent   on-accent  tint  the primary action (= Quasar `primary`); text on it; a selected thing's background
    live     on-live          something runs now; text on it
    warn     danger   good    take care; destructive or failed (= `negative`); done (= `positive`)
    tone-1 … tone-8           stable colours for analysts and buttons: `tone('Anna')` gives a class with readable text;
                              `ink_on('#ffcc00')` gives black or white for a colour that a club chose itself

Type:      t-title (page)  t-head (section)  t-body  t-small  t-mini  t-clock (wide figures that do not dance)
Blocks:    panel (raised card)  panel-quiet (flat)  panel-tap (a card to tap)  stage (dark well for the picture)
           stack (column, 16 px)  stack-tight (column, 8 px)  line-up (row, centred, 8 px)  spread (row, ends apart)
           grid-cards (as many columns as fit)  fill (takes the rest)  well (sunken box)
           chip with chip-live, chip-good, chip-warn, chip-danger, chip-quiet
           tile (large button to tap without looking, e.g. a one-tap log)  thumb-bar (actions stuck to the bottom)
           live-dot  skeleton  shout (the number on a tile)  clip-text (one line, ellipsis)  wrap-text
           rows (a table whose rows are cards on narrow screens)  people (a list of persons)  pick (a card to choose)
           empty-state, toast, tabs, rail, top-bar, page: made by the components and pages of these names
Where:     only-phone (below 600 px)  only-tablet (600 px and up)
Buttons:   ui.button() is the primary action; props('flat') quiet, props('outline') second; color='negative' destructive
"""

from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from nicegui import app, ui

STATIC = Path(__file__).parent / 'static'
STATIC_URL = '/static'
STYLESHEETS = (
    'theme.css',
    'portal.css',
    'forms.css',
    'panel.css',
    'records.css',
    'fields.css',
    'game.css',
    'builder.css',
    'form_sheet.css',
    'new_form.css',
)
THEME_COOKIE = 'sideline_theme'
THEMES = ('auto', 'light', 'dark', 'sunlight')
TONES = 8


@dataclass(frozen=True, kw_only=True)
class Roles:
    """What a colour is for; each theme answers all of them."""

    surface: str
    raised: str
    sunken: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    tint: str
    live: str
    on_live: str
    warn: str
    danger: str
    on_danger: str
    good: str
    shade: str
    tones: tuple[str, ...]
    on_tone: str


LIGHT = Roles(
    surface='#f4f3ee',
    raised='#ffffff',
    sunken='#e8e6dd',
    ink='#14201b',
    muted='#515e57',
    line='#d8d6cb',
    accent='#0b5d45',
    on_accent='#ffffff',
    tint='#dbeee1',
    live='#c22b17',
    on_live='#ffffff',
    warn='#7d5200',
    danger='#b3261e',
    on_danger='#ffffff',
    good='#146c3a',
    shade='20 32 27',
    tones=('#00706b', '#a8430b', '#6b3fa0', '#a8246f', '#566400', '#1d5f8f', '#9b2c2c', '#4a5568'),
    on_tone='#ffffff',
)

DARK = Roles(
    surface='#0e1512',
    raised='#18211d',
    sunken='#090e0c',
    ink='#eef3ee',
    muted='#a6b3ab',
    line='#303c36',
    accent='#c5ee4f',
    on_accent='#16220a',
    tint='#293819',
    live='#ff7a63',
    on_live='#2a0802',
    warn='#f2b84b',
    danger='#ff8f80',
    on_danger='#2a0802',
    good='#74d69d',
    shade='0 0 0',
    tones=('#5fd0c8', '#f7a36b', '#c3a3f2', '#f29ac9', '#c6d45a', '#8fc4ee', '#f29a9a', '#b9c3d1'),
    on_tone='#10160f',
)

SUNLIGHT = Roles(
    surface='#ffffff',
    raised='#ffffff',
    sunken='#ededed',
    ink='#000000',
    muted='#242424',
    line='#000000',
    accent='#003d2b',
    on_accent='#ffffff',
    tint='#c6f5d3',
    live='#9c0000',
    on_live='#ffffff',
    warn='#523300',
    danger='#8a0000',
    on_danger='#ffffff',
    good='#004a1d',
    shade='0 0 0',
    tones=('#004d49', '#702a00', '#43207a', '#750f4a', '#3a4400', '#083f66', '#6e1212', '#2a3340'),
    on_tone='#ffffff',
)


def serve() -> None:
    """Make the stylesheet and the fonts reachable; once per app."""
    app.add_static_files(STATIC_URL, STATIC)
    app.config.quasar_config['loadingBar'] |= {'skipHijack': True}  # it would flicker with each piece of a video


def wear() -> None:
    """Dress the page being built: roles, stylesheet, and the theme this browser has chosen."""
    names = [name.replace('_', '-') for name in asdict(LIGHT) if name not in {'shade', 'tones'}]
    ui.colors(
        primary='var(--accent)',
        secondary='var(--muted)',
        accent='var(--accent)',
        dark='var(--raised)',
        dark_page='var(--surface)',
        positive='var(--good)',
        negative='var(--danger)',
        info='var(--muted)',
        warning='var(--warn)',
        **{name: f'var(--{name})' for name in names if name not in {'accent'}},
    )
    links = ''.join(f'<link rel="stylesheet" href="{STATIC_URL}/{name}?v={_version()}">' for name in STYLESHEETS)
    script = f'<script src="{STATIC_URL}/theme.js?v={_version()}"></script>'
    ui.add_head_html(f'<style>{_variables()}</style>{links}{script}')
    ui.dark_mode({'light': False, 'sunlight': False, 'dark': True}.get(chosen()))


def chosen() -> str:
    """The theme this browser has chosen: one of THEMES."""
    request = ui.context.client.request
    theme = request.cookies.get(THEME_COOKIE, 'auto') if request else 'auto'
    return theme if theme in THEMES else 'auto'


def choose(theme: str) -> None:
    """Wear another theme from now on, in this browser."""
    ui.run_javascript(f'sidelineTheme.choose({theme!r})')


def tone(name: str) -> str:
    """A class with a background and a readable text colour that is always the same for this name."""
    return f'tone-{crc32(name.encode()) % TONES + 1}'


def ink_on(color: str) -> str:
    """Black or white, whichever reads better on this hex colour."""
    return '#000000' if contrast(color, '#000000') >= contrast(color, '#ffffff') else '#ffffff'


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two hex colours after WCAG 2: 1 (none) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _variables() -> str:
    return (
        f':root{{{_declarations(LIGHT)};color-scheme:light}}'
        f':root[data-theme=dark]{{{_declarations(DARK)};color-scheme:dark}}'
        f':root[data-theme=sunlight]{{{_declarations(SUNLIGHT)};color-scheme:light}}'
    )


def _declarations(roles: Roles) -> str:
    plain = {name.replace('_', '-'): value for name, value in asdict(roles).items() if name != 'tones'}
    tones = {f'tone-{i}': value for i, value in enumerate(roles.tones, start=1)}
    return ';'.join(f'--{name}:{value}' for name, value in (plain | tones).items())


@cache
def _version() -> str:
    content = b''.join((STATIC / name).read_bytes() for name in (*STYLESHEETS, 'theme.js'))
    return sha256(content).hexdigest()[:8]

"""What became different between two versions of a form, in the words of a coach."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from components.fields import type_of
from components.labels import button_label, label_of, option_label
from components.words import _
from models.form import FormContent, FormField
from models.panel import PanelButton


class Kind(StrEnum):
    """What happened to a part of the form."""

    ADDED = 'added'
    REMOVED = 'removed'
    CHANGED = 'changed'


@dataclass(frozen=True)
class Difference:
    """One part of a form that became different; `details` say how, for one that changed."""

    kind: Kind
    subject: str
    details: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Like "Event – options added: Corner"."""
        return f'{self.subject} – {"; ".join(self.details)}' if self.details else self.subject


def compare(old: FormContent, new: FormContent) -> list[Difference]:
    """Every difference: what was added, then removed, then changed."""
    found = [*_fields(old, new), *_buttons(old, new), *_whole(old, new)]
    return sorted(found, key=lambda difference: list(Kind).index(difference.kind))


def in_a_line(differences: Sequence[Difference]) -> str:
    """All of them, like "Added: Player. Removed: Weather. Changed: Event – options added: Corner."."""
    said = {Kind.ADDED: _('Added: {what}.'), Kind.REMOVED: _('Removed: {what}.'), Kind.CHANGED: _('Changed: {what}.')}
    kinds = {kind: [each.words for each in differences if each.kind is kind] for kind in Kind}
    line = ' '.join(said[kind].format(what=', '.join(words)) for kind, words in kinds.items() if words)
    return line or _('Nothing that is asked or tapped became different.')


def _fields(old: FormContent, new: FormContent) -> Iterator[Difference]:
    before, after = ({field.key: field for field in content.fields} for content in (old, new))
    yield from (Difference(Kind.ADDED, label_of(field)) for key, field in after.items() if key not in before)
    yield from (Difference(Kind.REMOVED, label_of(field)) for key, field in before.items() if key not in after)
    for key, field in after.items():
        if key in before and (details := tuple(_field_details(before[key], field))):
            yield Difference(Kind.CHANGED, label_of(field), details)
    if _order(before, after) != _order(after, before):
        yield Difference(Kind.CHANGED, _('the order of the fields'))


def _field_details(old: FormField, new: FormField) -> Iterator[str]:
    if label_of(old) != label_of(new):
        yield _('was called {label}').format(label=label_of(old))
    if old.type != new.type:
        yield _('is now: {type}').format(type=_(type_of(new).label))
    if old.required != new.required:
        yield _('must be answered now') if new.required else _('may stay open now')
    yield from _option_details(old, new)
    rest = {
        'hint': _('another hint'),
        'section': _('in another section'),
        'visible_if': _('asked under another condition'),
        'required_if': _('required under another condition'),
        'default': _('begins with another answer'),
        'labels': _('other translations'),
        'hints': _('other translations'),
        'settings': _('other settings'),
        'xlsform': _('other columns of its XLSForm'),
    } | dict.fromkeys(('min', 'max', 'step', 'min_length', 'max_length', 'pattern'), _('other limits'))
    yield from _rest(old, new, rest)


def _option_details(old: FormField, new: FormField) -> Iterator[str]:
    before, after = ({o.value: o for o in field.options if not o.retired} for field in (old, new))
    if added := [option_label(option) for value, option in after.items() if value not in before]:
        yield _('options added: {options}').format(options=', '.join(added))
    if removed := [option_label(option) for value, option in before.items() if value not in after]:
        yield _('options removed: {options}').format(options=', '.join(removed))
    kept = [(before[value], option) for value, option in after.items() if value in before]
    for was, now in kept:
        if option_label(was) != option_label(now):
            yield _('{old} is called {new}').format(old=option_label(was), new=option_label(now))
    if any(was.color != now.color for was, now in kept):
        yield _('other colours')
    if _order(before, after) != _order(after, before):
        yield _('options in another order')


def _buttons(old: FormContent, new: FormContent) -> Iterator[Difference]:
    before, after = ({b.key: b for b in content.panel.buttons} if content.panel else {} for content in (old, new))
    yield from (Difference(Kind.ADDED, _button(button)) for key, button in after.items() if key not in before)
    yield from (Difference(Kind.REMOVED, _button(button)) for key, button in before.items() if key not in after)
    for key, button in after.items():
        if key in before and (details := tuple(_button_details(before[key], button))):
            yield Difference(Kind.CHANGED, _button(button), details)
    if _order(before, after) != _order(after, before):
        yield Difference(Kind.CHANGED, _('the order of the buttons'))


def _button(button: PanelButton) -> str:
    return _('the button {name}').format(name=button_label(button))


def _button_details(old: PanelButton, new: PanelButton) -> Iterator[str]:
    if button_label(old) != button_label(new):
        yield _('was called {label}').format(label=button_label(old))
    if old.clip != new.clip:
        yield _clip(new)
    rest = {
        'behaviour': _('behaves differently'),
        'answers': _('logs other answers'),
        'color': _('another colour'),
        'size': _('another size'),
        'shortcut': _('another key'),
        'group': _('excludes other buttons'),
        'links': _('acts along with other buttons'),
        'points': _('counts other points'),
        'labels': _('other translations'),
        'settings': _('other settings'),
    }
    yield from _rest(old, new, rest)


def _clip(button: PanelButton) -> str:
    if button.clip is None:
        return _('keeps no clip any more')
    lead, lag = (f'{seconds:g}' for seconds in (button.clip.lead_s, button.clip.lag_s))
    return _('keeps a clip from {lead} s before to {lag} s after').format(lead=lead, lag=lag)


def _whole(old: FormContent, new: FormContent) -> Iterator[Difference]:
    """What belongs to no single field or button."""
    players = [content.panel.player_field if content.panel else None for content in (old, new)]
    if players[0] != players[1]:
        yield Difference(Kind.CHANGED, _('the row of players on the panel'))
    if old.game != new.game:
        kind = Kind.ADDED if old.game is None else Kind.REMOVED if new.game is None else Kind.CHANGED
        yield Difference(kind, _('the game clock'))
    if old.xlsform != new.xlsform:
        yield Difference(Kind.CHANGED, _('what its XLSForm says beyond the fields'))


def _rest(old: Any, new: Any, words: Mapping[str, str]) -> Iterator[str]:
    """Each sentence once, for the attributes that differ."""
    yield from dict.fromkeys(said for name, said in words.items() if getattr(old, name) != getattr(new, name))


def _order(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """The keys of one that the other has as well."""
    return [key for key in one if key in other]

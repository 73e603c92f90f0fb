"""The rules of a button beside its look: its clip, its points, the buttons it ends and those that act along."""

from collections.abc import Sequence

from nicegui import ui
from pydantic import ValidationError

from components.panel.button_draft import ButtonDraft
from components.words import _
from models.panel import LONGEST_LEAD_S, ClipWindow, Points, Side


def clip_control(draft: ButtonDraft) -> None:
    """Whether a touch keeps a clip, and how much before and after."""
    window = draft.clip or ClipWindow()

    def keep() -> None:
        problem.text = ''
        try:
            seconds = {'lead_s': lead.value or 0.0, 'lag_s': lag.value or 0.0}
            draft.clip = ClipWindow(**seconds) if switch.value else None
        except ValidationError:
            problem.text = _('A clip lasts half a second at least, and 10 minutes before or after at most.')

    with ui.element('div').classes('stack-tight'):
        switch = ui.switch(_('Keep a clip while a camera runs'), value=draft.clip is not None, on_change=keep)
        with ui.row().classes('w-full no-wrap') as row:
            limits = {'min': 0, 'max': LONGEST_LEAD_S, 'on_change': keep}
            lead = ui.number(_('Seconds before'), value=window.lead_s, **limits).classes('fill')
            lag = ui.number(_('Seconds after'), value=window.lag_s, **limits).classes('fill')
        problem = ui.label().classes('question-problem').props('role=alert')
    row.bind_visibility_from(switch, 'value')


def points_control(draft: ButtonDraft) -> None:
    """Whether a touch counts for the score, for whom and how much."""
    points = draft.points or Points()

    def keep() -> None:
        side = Side(who.value) if who.value else None
        draft.points = Points(side=side, count=max(1, min(100, int(count.value or 1)))) if side else None

    with ui.row().classes('w-full no-wrap items-center'):
        sides = {'': _('No points'), Side.US: _('For us'), Side.THEM: _('For them')}
        who = ui.select(sides, label=_('Score'), value=draft.points.side if draft.points else '', on_change=keep)
        count = ui.number(_('Points'), value=points.count, min=1, max=100, precision=0, on_change=keep)
    who.classes('fill')
    count.classes('fill').bind_visibility_from(who, 'value', backward=bool)


def group_control(draft: ButtonDraft, others: Sequence[ButtonDraft]) -> None:
    """The group whose other members end when this button starts; a new name makes a new one."""
    known = sorted({other.group for other in [draft, *others] if other.group})

    def keep(name: str | None) -> None:
        draft.group = (name or '').strip()[:40]

    group = ui.input(_('Group: starting one ends the others'), value=draft.group, autocomplete=known)
    group.props('maxlength=40 clearable').on_value_change(lambda event: keep(event.value))


def links_control(draft: ButtonDraft, others: Sequence[ButtonDraft]) -> None:
    """The buttons that act along with this one."""
    names = {other.key: other.label or _('Untitled') for other in others}
    if not names:
        return
    chosen = [key for key in draft.links if key in names]
    links = ui.select(names, label=_('Also touches'), value=chosen, multiple=True).props('use-chips')
    links.on_value_change(lambda event: setattr(draft, 'links', list(event.value)))

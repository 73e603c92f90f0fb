"""Inspector: everything about the one field that is open; there is only one, however many fields a form has."""

from collections.abc import Callable, Sequence

from nicegui import ui

from components.fields import FieldDraft, FieldType, type_of, types
from components.fields.controls import PAUSE_MS
from components.fields.default_control import default_control
from components.form_builder.condition_editor import ConditionEditor
from components.form_builder.condition_words import candidates, name_of
from components.form_builder.design import is_new, sketch
from components.form_builder.finishing import askable
from components.form_builder.languages import languages_of, translations
from components.form_builder.outline import family, holds_fields
from components.heading import Heading
from components.words import _
from models.condition import AnyCondition
from models.form import FormField

LABEL = 'inspector-label'


class Inspector(ui.element):
    """Edits one field; it reports each change as a whole field."""

    def __init__(
        self,
        *,
        on_change: Callable[[FormField], None],
        on_type: Callable[[str, str], None],
        on_section: Callable[[str, str | None], None],
        on_close: Callable[[], None],
    ) -> None:
        super().__init__('aside')
        self.classes('builder-inspector').props('tabindex=-1')
        self.props['aria-label'] = _('Rules of the field')
        self.on_change, self.on_type, self.on_section, self.on_close = on_change, on_type, on_section, on_close
        self.shown: FormField | None = None
        self._around: Sequence[FormField] = ()

    def show(self, field: FormField | None, fields: Sequence[FormField]) -> None:
        """Draw the rules of this field, unless they stand there already."""
        if field is not None and field == self.shown and self._stands_among(field, fields):
            return
        self.shown, self._around = field, fields
        self.clear()
        with self, ui.element('div').classes('stack'):
            if field is None:
                self._nothing()
            else:
                self._draw(field, fields)

    def _stands_among(self, field: FormField, fields: Sequence[FormField]) -> bool:
        """Whether the other fields, as far as they are named here, are what they were."""
        before = [(one.key, one.label, one.type, one.options) for one in self._around if one.key != field.key]
        return before == [(one.key, one.label, one.type, one.options) for one in fields if one.key != field.key]

    def _nothing(self) -> None:
        ui.label(_('Tap a field to set its rules.')).classes('text-muted')

    def _draw(self, field: FormField, fields: Sequence[FormField]) -> None:
        kind = type_of(field)
        draft = FieldDraft.of(field.model_copy(deep=True))  # a draft changes its lists in place
        draft.on_change = lambda: self._changed(draft)
        with ui.element('div').classes('inspector-head'):
            ui.icon(kind.icon).classes('field-icon').props('aria-hidden=true')
            Heading(_(kind.label)).classes('fill')
            ui.button(_('Done'), icon='check', on_click=self.on_close).props('flat').classes('inspector-close')
        self._words(draft, kind)
        if kind.is_question and is_new(field.key):
            self._kinds(field)
        kind.configure(draft)
        if kind.is_question:
            default_control(draft)
        self._conditions(draft, kind, fields)
        self._section(field, fields)
        with ui.expansion(_('Other languages'), icon='translate').classes('inspector-more'):
            translations(draft, languages_of(fields))
        if not is_new(field.key):
            ui.label(_('Called {key} in exports').format(key=field.key)).classes('t-small text-muted')

    def _words(self, draft: FieldDraft, kind: FieldType) -> None:
        word = _('Question') if kind.is_question else _('Text') if not kind.holds_fields else _('Title')
        label = (
            ui.input(word, value=draft.label).props(f'maxlength=200 debounce={PAUSE_MS}').classes(LABEL).mark('label')
        )
        label.bind_value(draft, 'label', forward=_text)
        ui.input(_('Hint'), value=draft.hint).props(f'maxlength=500 debounce={PAUSE_MS}').bind_value(
            draft, 'hint', forward=_text
        )
        if kind.is_question:
            ui.switch(_('Must be answered'), value=draft.required).bind_value(draft, 'required')

    def _kinds(self, field: FormField) -> None:
        """Before it is saved first, nobody has answered it: it may still become another kind of question."""
        offered = {name: _(kind.label) for name, kind in types().items() if kind.is_question}
        if field.type in offered:
            select = ui.select(offered, label=_('Kind of question'), value=field.type).mark('kind')
            select.on_value_change(lambda event: self.on_type(field.key, event.value))

    def _conditions(self, draft: FieldDraft, kind: FieldType, fields: Sequence[FormField]) -> None:
        def show_if(condition: AnyCondition | None) -> None:
            draft.visible_if = condition

        def require_if(condition: AnyCondition | None) -> None:
            draft.required_if = condition

        offered = askable(candidates(fields, draft.key, decides_visibility=True))
        ConditionEditor(_('Show this only if'), draft.visible_if, fields=offered, on_change=show_if)
        if kind.is_question:
            offered = askable(candidates(fields, draft.key, decides_visibility=False))
            editor = ConditionEditor(_('Must be answered if'), draft.required_if, fields=offered, on_change=require_if)
            editor.bind_visibility_from(draft, 'required', lambda required: not required)

    def _section(self, field: FormField, fields: Sequence[FormField]) -> None:
        own = {one.key for one in family(fields, field.key)}
        sections = {one.key: name_of(one) for one in fields if holds_fields(one)}
        offered = {'': _('No section')} | {key: label for key, label in sections.items() if key not in own}
        if len(offered) > 1:
            current = field.section if field.section in offered else ''
            select = ui.select(offered, label=_('Section'), value=current)
            select.on_value_change(lambda event: self.on_section(field.key, event.value or None))

    def _changed(self, draft: FieldDraft) -> None:
        field = sketch(draft)
        if field != self.shown:
            self.shown = field
            self.on_change(field)


def _text(typed: str | None) -> str:
    """An input that was cleared has None."""
    return typed or ''

"""ConditionEditor: "Show this only if …" as rows of question, operator and value, in groups."""

from collections.abc import Callable, Sequence

from nicegui import ui

from components.fields import type_of
from components.form_builder.condition_draft import Group, Joint, Row, draft_of, has_room, levels
from components.form_builder.condition_words import VALUELESS, name_of, operator_words
from components.words import _
from models.condition import AnyCondition, Operator
from models.form import FormField


class ConditionEditor(ui.element):
    """Edits a condition over these questions; `on_change` hears what is complete of it, None without a condition."""

    def __init__(
        self,
        title: str,
        condition: AnyCondition | None,
        *,
        fields: Sequence[FormField],
        on_change: Callable[[AnyCondition | None], None],
    ) -> None:
        super().__init__('div')
        self.classes('condition stack-tight').props('role=group')
        self.props['aria-label'] = title
        self.title = title
        self.fields = {field.key: field for field in fields}
        self.on_change = on_change
        self.root = draft_of(condition)
        self._draw()

    def _draw(self) -> None:
        self.clear()
        with self:
            if not self.root.parts:
                ui.button(f'{self.title} …', icon='add', on_click=lambda: self._add_row(self.root)).props(
                    'flat align=left'
                ).classes('w-full').set_enabled(bool(self.fields))
                return
            ui.label(self.title).classes('t-small text-muted')
            self._group(self.root, levels(self.root))

    def _group(self, group: Group, above: int) -> None:
        with ui.element('div').classes('condition-group stack-tight'):
            if len(group.parts) > 1 or group.joint is not Joint.ALL:
                self._joint(group)
            for part in group.parts:
                if isinstance(part, Row):
                    self._row(group, part)
                else:
                    self._inner(group, part, above)
            with ui.row().classes('condition-more'):
                ui.button(_('And another'), icon='add', on_click=lambda: self._add_row(group)).props('flat')
                if has_room(above):
                    add = ui.button(_('Group'), icon='account_tree', on_click=lambda: self._add_group(group))
                    add.props('flat').props['aria-label'] = _('Add a group of conditions')

    def _joint(self, group: Group) -> None:
        words = {
            Joint.ALL: _('all of these'),
            Joint.ANY: _('one or more of these'),
            Joint.NONE: _('none of these'),
            Joint.NOT_ALL: _('not all of these'),
        }

        def join(joint: Joint) -> None:
            group.joint = joint
            self._changed()

        select = ui.select(words, value=group.joint, on_change=lambda event: join(event.value))
        select.props['aria-label'] = _('How many must hold')

    def _inner(self, group: Group, part: Group, above: int) -> None:
        with ui.element('div').classes('condition-inner'):
            self._group(part, above + levels(part))
            self._remove_button(group, part)

    def _row(self, group: Group, row: Row) -> None:
        with ui.element('div').classes('condition-row'):
            questions = {key: name_of(field) for key, field in self.fields.items()}
            if row.field not in questions:
                questions[row.field] = _('{key} (not there)').format(key=row.field)
            question = ui.select(questions, value=row.field, on_change=lambda event: self._ask_about(row, event.value))
            question.classes('condition-question').props['aria-label'] = _('Question')
            self._remove_button(group, row)
            if field := self.fields.get(row.field):
                self._comparison(row, field)

    def _comparison(self, row: Row, field: FormField) -> None:
        words = operator_words()
        offered = dict.fromkeys((*type_of(field).comparisons, row.op))
        operator = ui.select(
            {op: words[op] for op in offered}, value=row.op, on_change=lambda event: self._compare(row, event.value)
        )
        operator.classes('condition-operator').props['aria-label'] = _('Comparison')
        if row.op in VALUELESS:
            return

        def set_value(value: object) -> None:
            row.value = value  # type: ignore[assignment]
            self._changed()

        with ui.element('div').classes('condition-value'):
            value = type_of(field).ask_compared(field, row.value)
            value.props['aria-label'] = _('Value')
            value.on_value_change(lambda event: set_value(event.value))

    def _remove_button(self, group: Group, part: Row | Group) -> None:
        def remove() -> None:
            group.parts[:] = [one for one in group.parts if one is not part]
            self._tidy(self.root)
            self._changed()
            self._draw()

        button = ui.button(icon='close', on_click=remove, color='muted').props('flat round').classes('condition-remove')
        button.props['aria-label'] = _('Remove this condition')

    def _tidy(self, group: Group) -> None:
        """Leave no empty group inside."""
        for part in group.parts:
            if isinstance(part, Group):
                self._tidy(part)
        group.parts[:] = [part for part in group.parts if isinstance(part, Row) or part.parts]

    def _ask_about(self, row: Row, key: str) -> None:
        row.field, row.value = key, None
        row.op = type_of(self.fields[key]).comparisons[0]
        self._changed()
        self._draw()

    def _compare(self, row: Row, op: Operator) -> None:
        row.op = op
        self._changed()
        self._draw()

    def _add_row(self, group: Group) -> None:
        group.parts.append(self._new_row())
        self._draw()

    def _add_group(self, group: Group) -> None:
        group.parts.append(Group(Joint.ANY, [self._new_row()]))
        self._draw()

    def _new_row(self) -> Row:
        """A row about the question before, or the first one."""
        key = next(iter(self.fields))
        return Row(key, type_of(self.fields[key]).comparisons[0])

    def _changed(self) -> None:
        self.on_change(self.root.condition)

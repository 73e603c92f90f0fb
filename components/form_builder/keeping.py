"""An unsaved design as JSON, for the tablet's own storage; read back, it may be as unfinished as it was."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from components.form_builder.design import Design
from models.form import FormField
from models.game import GameRules
from models.panel import Panel, PanelButton

PLACEHOLDER = 'x'
Model = TypeVar('Model', bound=BaseModel)


def written(design: Design, *, settled: frozenset[str]) -> str:
    """A design as JSON, with the keys that were saved once."""
    content = {
        'name': design.name,
        'fields': [_plain(field) for field in design.fields],
        'panel': _plain(design.panel) if design.panel else None,
        'game': _plain(design.game) if design.game else None,
        'xlsform': design.xlsform,
        'settled': sorted(settled),
    }
    return json.dumps(content, ensure_ascii=False)


def read(kept: str) -> tuple[Design, frozenset[str]] | None:
    """What was written, without the parts that make no sense any more; None when nothing does."""
    try:
        content = json.loads(kept)
        fields = tuple(field for one in content['fields'] if (field := _field(one)))
        xlsform = content.get('xlsform')
        design = Design(
            name=str(content.get('name', ''))[:120],
            fields=fields,
            panel=_panel(content.get('panel')),
            game=_model(GameRules, content.get('game')),
            xlsform=xlsform if isinstance(xlsform, dict) else None,
        )
        return design, frozenset(str(key) for key in content.get('settled', []))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _plain(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode='json', by_alias=True, exclude_defaults=True, warnings=False)


def _model(kind: type[Model], given: object) -> Model | None:
    try:
        return kind.model_validate(given) if given else None
    except ValidationError:
        return None


def _panel(given: object) -> Panel | None:
    """A panel without the buttons that make no sense; one that lacks its name or answers yet is fine."""
    if not isinstance(given, dict):
        return None
    buttons = [button for one in given.get('buttons', []) if (button := _button(one))]
    return Panel.model_construct(buttons=buttons, player_field=given.get('playerField'))


def _button(given: Mapping[str, Any]) -> PanelButton | None:
    label, answers = str(given.get('label', '')), given.get('answers') or {}
    sound = {**given, 'label': label.strip() or PLACEHOLDER, 'answers': answers or {PLACEHOLDER: None}}
    button = _model(PanelButton, sound)
    return button.model_copy(update={'label': label, 'answers': answers}) if button else None


def _field(given: Mapping[str, Any]) -> FormField | None:
    """A field without the rules that contradict each other; one that lacks its label yet is fine."""
    label = str(given.get('label', ''))
    sound = {**given, 'label': label.strip() or PLACEHOLDER}
    sound['options'] = [option for option in sound.get('options', []) if option.get('label', '').strip()]
    while True:
        try:
            return FormField.model_validate(sound).model_copy(update={'label': label})
        except ValidationError as error:
            wrong = {str(one['loc'][0]) if one['loc'] else '' for one in error.errors()}
            left = {name: value for name, value in sound.items() if name not in (wrong or {''})}
            if '' in wrong:
                left = {name: value for name, value in left.items() if name[:3] not in {'min', 'max'}}
            if left.keys() == sound.keys() or not {'key', 'type', 'label'} <= left.keys():
                return None
            sound = left

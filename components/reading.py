"""How the browser reads and sets an element: what is known of NiceGUI's inside, beside `components/browser/elements.js`."""

from typing import Any

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.choice_element import ChoiceElement
from nicegui.elements.mixins.value_element import ValueElement
from nicegui.helpers import event_type_to_camel_case

Reading = dict[str, Any]
"""What `elements.js` needs to know of one element, as JSON."""


def reading_of(element: ValueElement[Any]) -> Reading:
    """Say where the value of an element is; what it holds now is what it holds again when it is emptied."""
    return {
        'element': element.id,
        'prop': element.VALUE_PROP,
        'empty': element.props.get(element.VALUE_PROP),
        'numeric': isinstance(element, ui.number),  # its browser half holds text
        'options': _options_of(element),
    }


def tell_browser(element: ValueElement[Any], listener: Element) -> None:
    """Let the component `listener` hear each value in the browser: `answered(element id, value)`."""
    event = f'update:{element.VALUE_PROP}'
    element.on(event, js_handler=f'(value) => getElement({listener.id})?.answered({element.id}, value)')


def keep_from_server(element: ValueElement[Any]) -> None:
    """From now on the value lives in the browser alone.

    An echo of the server that arrives late would bring back an answer which the coach has sent already.
    """
    kind = event_type_to_camel_case(f'update:{element.VALUE_PROP}')
    listeners = element._event_listeners
    for key in [key for key, listener in listeners.items() if listener.type == kind and not listener.js_handler]:
        del listeners[key]
    element.update()


def _options_of(element: ValueElement[Any]) -> list[tuple[Any, Any]]:
    """Pairs of answer and what NiceGUI's choice elements say in the browser instead: an index of some shape."""
    if not isinstance(element, ChoiceElement):
        return []
    if not getattr(element, 'multiple', False):
        return [(value, element._value_to_model_value(value)) for value in element._values]
    return [(value, element._value_to_model_value([value])[0]) for value in element._values]

"""Lets an element follow an event of a long-lived object for exactly as long as the element lives."""

from collections.abc import Callable
from typing import Any

from nicegui import Event
from nicegui.element import Element


def follow(element: Element, event: Event[Any], handler: Callable[..., Any]) -> None:
    """Call `handler` in the element's context at each emit; the first emit after its deletion ends it.

    A plain `event.subscribe` would live as long as the whole client: tabs and refreshables would leak callbacks.
    """

    def react(*args: Any) -> Any:
        if element.is_deleted:
            event.unsubscribe(react)
            return None
        return handler(*args)

    with element:
        event.subscribe(react, expect_args=True)

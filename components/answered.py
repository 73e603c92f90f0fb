"""Waits for what a person answers in a dialog, and puts the dialog away."""

from typing import Any

from nicegui import ui


async def answered(dialog: ui.dialog) -> Any:
    """What the dialog was submitted with; None when it was closed, or its whole page was."""
    answer = await dialog
    if not dialog.is_deleted:
        dialog.delete()
    return answer

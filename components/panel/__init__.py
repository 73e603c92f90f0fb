"""The panel: what a coach taps, and the editor that makes it.

```
behaviours/       what a button does when it is touched: tap, toggle, hold, label … and your own
checks.py         find_panel_problems, for the stores
session_panel.py  the buttons beside the pitch; the browser runs them, also without a connection
live_panel.py     the same with what all tablets tapped
panel_editor.py   builds the panel of a form
```
"""

from components.fields.controls import setting_control
from components.panel.behaviours import Behaviour, Move, behaviours, register
from components.panel.button_draft import ButtonDraft, finished, is_finished
from components.panel.checks import find_panel_problems, makes_span
from components.panel.live_panel import LivePanel
from components.panel.panel_editor import PanelEditor
from components.panel.session_panel import PanelMode, SessionPanel

__all__ = [
    'Behaviour',
    'ButtonDraft',
    'LivePanel',
    'Move',
    'PanelEditor',
    'PanelMode',
    'SessionPanel',
    'behaviours',
    'find_panel_problems',
    'finished',
    'is_finished',
    'makes_span',
    'register',
    'setting_control',
]

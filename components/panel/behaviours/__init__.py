"""Behaviours of buttons: tap, toggle, hold, label … and your own, all through the same door."""

from components.panel.behaviours import tap, toggle  # isort: skip  # the order of the editor
from components.panel.behaviours import hold, label  # isort: skip
from components.panel.behaviours.base import Behaviour, Move, behaviours, register

__all__ = ['Behaviour', 'Move', 'behaviours', 'hold', 'label', 'register', 'tap', 'toggle']

"""What is drawn on the watched picture: one class and one file per overlay; recordings stay clean."""

from vision.overlays import face, hands, pose
from vision.overlays.overlay import Overlay, draw, register

__all__ = ['Overlay', 'draw', 'face', 'hands', 'pose', 'register']

"""The bones of each hand."""

from vision.frame import Image
from vision.landmarks import HAND_CONNECTIONS, Landmarks
from vision.overlays import pencil
from vision.overlays.overlay import register


class HandsOverlay:
    """Draws the connections and landmarks of each hand."""

    name = 'hands'

    def draw(self, image: Image, landmarks: Landmarks) -> None:
        """Draw all hands in place."""
        for hand in landmarks.hands:
            at = pencil.pixels(hand, image)
            pencil.lines(image, ((at[start], at[end], pencil.MARK) for start, end in HAND_CONNECTIONS))
            pencil.dots(image, at, pencil.MIDDLE)


register(HandsOverlay())

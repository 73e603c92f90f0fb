"""A box around each face, with dots for eyes, nose, mouth and ears."""

import cv2

from vision.frame import Image
from vision.landmarks import FaceKeypoint, Landmarks, Points
from vision.overlays import pencil
from vision.overlays.overlay import register


class FaceOverlay:
    """Draws the box and key points of each face."""

    name = 'face'

    def draw(self, image: Image, landmarks: Landmarks) -> None:
        """Draw all faces in place."""
        for face in landmarks.faces:
            self._draw_face(image, face)

    def _draw_face(self, image: Image, face: Points) -> None:
        upper_left, lower_right, *keypoints = pencil.pixels(face, image)
        width = pencil.width_px(image)
        for color, thickness in ((pencil.RIM, width + 2), (pencil.MARK, width)):
            cv2.rectangle(image, upper_left.tolist(), lower_right.tolist(), color, thickness, cv2.LINE_8)
        pencil.dots(image, keypoints[: len(FaceKeypoint)], pencil.MARK)


register(FaceOverlay())

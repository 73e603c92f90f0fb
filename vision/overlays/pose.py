"""The skeleton of a person: left side orange, right side blue, what joins them white."""

from vision.frame import Image
from vision.landmarks import POSE_CONNECTIONS, Landmarks, Points, PoseLandmark
from vision.overlays import pencil
from vision.overlays.overlay import register

MIN_VISIBILITY = 0.5


def _side(start: int, end: int) -> pencil.Color:
    sides = {PoseLandmark(point).name.partition('_')[0] for point in (start, end)}
    return {'LEFT': pencil.LEFT, 'RIGHT': pencil.RIGHT}.get(sides.pop() if len(sides) == 1 else '', pencil.MIDDLE)


_COLORS = {connection: _side(*connection) for connection in POSE_CONNECTIONS}


class PoseOverlay:
    """Draws the connections and landmarks of each pose, as far as they are visible."""

    name = 'pose'

    def draw(self, image: Image, landmarks: Landmarks) -> None:
        """Draw all poses in place."""
        for pose in landmarks.poses:
            self._draw_pose(image, pose)

    def _draw_pose(self, image: Image, pose: Points) -> None:
        at, visible = pencil.pixels(pose, image), pose[:, 3] >= MIN_VISIBILITY
        drawn = [(start, end) for start, end in POSE_CONNECTIONS if visible[start] and visible[end]]
        pencil.lines(image, ((at[start], at[end], _COLORS[start, end]) for start, end in drawn))
        pencil.dots(image, at[visible], pencil.MIDDLE)


register(PoseOverlay())

"""Cameras over REST: which there are, and starting and stopping their streams."""

from uuid import UUID

from api.doorway import ClubOfCamera, NamedClub
from api.resource import Listing, resource
from models.base import Document
from models.video import CameraView, Detections, StreamState

router = resource('Cameras', path='/cameras')


class StartCamera(Document):
    """Which session the camera films and what is looked for in its pictures."""

    session_id: UUID
    detections: Detections = Detections()


class StreamView(Document):
    """A running camera in figures."""

    camera_id: UUID
    session_id: UUID
    source: str
    state: StreamState
    because: str
    detections: Detections
    width_px: int
    height_px: int
    fps_in: float
    fps_out: float
    frames_skipped: int
    latency_ms: float
    recording: bool
    recorded_s: float
    uptime_s: float
    viewers: int
    overlays_problem: str


@router.get('', summary='List the cameras of a club')
async def list_cameras(club: NamedClub) -> Listing[CameraView]:
    """All cameras; passwords in their addresses are masked."""
    return Listing(items=await club.cameras.list())


@router.post('/{camera_id}/start', summary='Start a camera')
async def start_camera(club: ClubOfCamera, camera_id: UUID, start: StartCamera) -> StreamView:
    """Films and records for a session in progress; while it runs already, only the detections change."""
    stream = await club.cameras.start(camera_id, session_id=start.session_id, detections=start.detections)
    return StreamView.model_validate(stream)


@router.post('/{camera_id}/stop', status_code=204, summary='Stop a camera')
async def stop_camera(club: ClubOfCamera, camera_id: UUID) -> None:
    """Closes its recording; stopping a camera that does not run changes nothing."""
    await club.cameras.stop(camera_id)

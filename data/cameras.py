"""The cameras of a club: configured here, run by the streams."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.camera_address import check_address, masked
from data.changes import Change
from data.folders import Folders
from data.names import checked_name
from data.scope import Scope
from data.seal import Seal
from models.errors import Conflict
from models.member import Role
from models.session import Session, SessionStatus
from models.video import (
    Camera,
    CameraView,
    Detections,
    NewCamera,
    SourceAddress,
    SourceKind,
    StreamControl,
    StreamInfo,
    StreamState,
)


class CameraStore:
    """Cameras; addresses are sealed in the database and masked for everybody."""

    def __init__(self, scope: Scope, *, seal: Seal, folders: Folders, streams: StreamControl) -> None:
        self._scope = scope
        self._seal = seal
        self._folders = folders
        self._streams = streams

    async def list(self) -> list[CameraView]:
        """All cameras, oldest first."""
        query = (
            select(Camera)
            .where(Camera.organization_id == self._scope.organization_id, col(Camera.deleted_at).is_(None))
            .order_by(col(Camera.created_at))
        )
        async with self._scope.reading() as db:
            return [self._view(camera) for camera in (await db.exec(query)).all()]

    async def get(self, camera_id: UUID) -> CameraView:
        """One camera."""
        async with self._scope.reading() as db:
            return self._view(await self._scope.find(db, Camera, camera_id))

    async def live(self, session_id: UUID) -> Sequence[CameraView]:
        """The cameras that run for this session."""
        return [camera for camera in await self.list() if camera.live_session_id == session_id]

    async def add(self, new: NewCamera) -> CameraView:
        """A new camera; Invalid when the address cannot be one of its kind."""
        self._check_address(new.kind, new.address)
        async with self._scope.writing() as db:
            camera = Camera(
                organization_id=self._scope.organization_id,
                name=checked_name(new.name),
                kind=new.kind,
                sealed_address=self._seal.close(new.address) if new.address else '',
            )
            db.add(camera)
        self._tell(camera.id)
        return self._view(camera)

    async def rename(self, camera_id: UUID, name: str) -> CameraView:
        """Another name."""
        name = checked_name(name)
        async with self._scope.writing() as db:
            camera = await self._scope.find(db, Camera, camera_id)
            camera.name = name
            db.add(camera)
        self._tell(camera_id)
        return self._view(camera)

    async def remove(self, camera_id: UUID) -> None:
        """Put a camera away; its recordings stay. One that runs must be stopped first."""
        if self._live_session(camera_id):
            raise Conflict('This camera is running. Stop it first.')
        async with self._scope.writing() as db:
            await self._scope.delete(db, Camera, camera_id)
        self._tell(camera_id, deleted=True)

    async def restore(self, camera_id: UUID) -> CameraView:
        """Undo a removal."""
        async with self._scope.writing() as db:
            camera = await self._scope.restore(db, Camera, camera_id)
        self._tell(camera_id)
        return self._view(camera)

    async def start(self, camera_id: UUID, *, session_id: UUID, detections: Detections) -> StreamInfo:
        """Stream and record this camera for a session that is running."""
        async with self._scope.writing() as db:
            camera = await self._scope.find(db, Camera, camera_id)
            session = await self._scope.find(db, Session, session_id)
            if session.status is not SessionStatus.IN_PROGRESS:
                raise Conflict('A camera can be started only while the session is running.')
            if self._live_session(camera_id) not in (None, session_id):
                raise Conflict('This camera is in use by another session.')
        info = await self._streams.start(self._source(camera), session_id=session_id, detections=detections)
        self._tell(camera_id)
        return info

    async def stop(self, camera_id: UUID) -> None:
        """Close the recording of this camera and stop it."""
        await self._may_steer(camera_id)
        await self._streams.stop(camera_id)
        self._tell(camera_id)

    async def set_detections(self, camera_id: UUID, detections: Detections) -> None:
        """Look for something else from the next frame on."""
        await self._may_steer(camera_id)
        self._streams.set_detections(camera_id, detections)

    async def info(self, camera_id: UUID) -> StreamInfo | None:
        """How this camera is doing, or None while it does not run."""
        async with self._scope.reading() as db:
            await self._scope.find(db, Camera, camera_id)
        return self._streams.info(camera_id)

    async def _may_steer(self, camera_id: UUID) -> None:
        async with self._scope.writing(at_least=Role.COACH) as db:
            await self._scope.find(db, Camera, camera_id)

    def _source(self, camera: Camera) -> SourceAddress:
        address = self._seal.open(camera.sealed_address) if camera.sealed_address else ''
        if camera.kind is SourceKind.FILE:
            address = str(self._folders.video(self._scope.slug, address))
        return SourceAddress(camera.id, camera.kind, address)

    def _check_address(self, kind: SourceKind, address: str) -> None:
        check_address(kind, address)
        if kind is SourceKind.FILE:
            self._folders.video(self._scope.slug, address)

    def _live_session(self, camera_id: UUID) -> UUID | None:
        info = self._streams.info(camera_id)
        return info.session_id if info and info.state is not StreamState.STOPPED else None

    def _view(self, camera: Camera) -> CameraView:
        address = self._seal.open(camera.sealed_address) if camera.sealed_address else ''
        return CameraView(
            id=camera.id,
            name=camera.name,
            kind=camera.kind,
            address=masked(address),
            live_session_id=self._live_session(camera.id),
        )

    def _tell(self, camera_id: UUID, *, deleted: bool = False) -> None:
        session_id = self._live_session(camera_id)
        change = Change(self._scope.organization_id, camera_id, session_id=session_id, deleted=deleted)
        self._scope.changes.cameras.emit(change)


async def camera_names(db: AsyncSession, organization_id: UUID) -> dict[UUID, str]:
    """The names of all cameras of a club, also of removed ones."""
    cameras = (await db.exec(select(Camera).where(Camera.organization_id == organization_id))).all()
    return {camera.id: camera.name for camera in cameras}

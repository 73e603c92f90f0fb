"""One club as one of its members may use it: organization, role and stores that reach nothing else."""

from dataclasses import dataclass

from data.cameras import CameraStore
from data.changes import Change, Changes
from data.clip_saver import ClipSaver
from data.clips import ClipStore
from data.database import Database
from data.embedding import Embedding
from data.folders import Folders
from data.forms import FormStore
from data.game import GameStore
from data.log_counts import LogCounts
from data.log_export import LogExport
from data.logs import LogStore
from data.members import MemberStore
from data.progress import Progress, progress_of
from data.recordings import RecordingStore
from data.scope import Scope
from data.seal import Seal
from data.sessions import SessionStore
from data.teams import TeamStore
from data.timeline import TimelineStore
from data.videos import VideoStore
from models.form_rules import FormRules
from models.member import Role, User
from models.organization import OrganizationView
from models.video import StreamControl


@dataclass(frozen=True)
class Kit:
    """The long-lived objects that the stores of every club are built from; made once in app.py."""

    database: Database
    changes: Changes
    folders: Folders
    seal: Seal
    streams: StreamControl
    clip_saver: ClipSaver
    embedding: Embedding
    form_rules: FormRules


class Club:
    """What a member holds: every read and write goes through its stores, and each checks the role anew."""

    def __init__(self, scope: Scope, kit: Kit, *, organization: OrganizationView, role: Role, user: User) -> None:
        self._scope = scope
        self.organization = organization
        self.role = role
        self.user = user
        self.changes = kit.changes
        self.teams = TeamStore(scope)
        self.members = MemberStore(scope)
        self.forms = FormStore(scope, form_rules=kit.form_rules)
        self.sessions = SessionStore(scope, form_rules=kit.form_rules)
        self.logs = LogStore(scope, form_rules=kit.form_rules, saver=kit.clip_saver)
        self.log_counts = LogCounts(scope)
        self.game = GameStore(scope)
        self.cameras = CameraStore(scope, seal=kit.seal, folders=kit.folders, streams=kit.streams)
        self.videos = VideoStore(scope, folders=kit.folders)
        self.recordings = RecordingStore(scope)
        self.clips = ClipStore(scope, saver=kit.clip_saver)
        self.exports = LogExport(scope, form_rules=kit.form_rules)
        self.timeline = TimelineStore(scope, embedding=kit.embedding, form_rules=kit.form_rules)

    def may(self, role: Role) -> bool:
        """Whether to offer what needs this role; the stores decide anew at each write."""
        return self.role.reaches(role)

    def owns(self, change: Change) -> bool:
        """Whether a change concerns this club."""
        return change.organization_id == self.organization.id

    async def progress(self) -> Progress:
        """How far this club has come with the workflow."""
        async with self._scope.reading() as db:
            return await progress_of(db, self.organization.id)

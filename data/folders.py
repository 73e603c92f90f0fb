"""Where files lie in SIDELINE_HOME; every name is an id of ours, a checked slug, or a constant."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from models.errors import NotFound


@dataclass(frozen=True)
class Folders:
    """The one folder to mount and to back up."""

    home: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.home / 'sideline.db'

    @property
    def secret(self) -> Path:
        """The key that seals camera addresses; readable by its owner only."""
        return self.home / 'secret'

    @property
    def recordings(self) -> Path:
        """One folder of segments per recording."""
        return self.home / 'recordings'

    @property
    def clips(self) -> Path:
        """One video and one thumbnail per clip."""
        return self.home / 'clips'

    @property
    def index(self) -> Path:
        """The vector index; derived from the database."""
        return self.home / 'index'

    def clip(self, clip_id: UUID) -> Path:
        """The clip's video file."""
        return self.clips / f'{clip_id}.mp4'

    def thumbnail(self, clip_id: UUID) -> Path:
        """The clip's thumbnail."""
        return self.clips / f'{clip_id}.jpg'

    def videos(self, slug: str) -> Path:
        """The video files that this club may use as cameras."""
        return self.home / 'videos' / slug

    def video(self, slug: str, name: str) -> Path:
        """One of the club's video files; NotFound for a name that leads elsewhere or nowhere."""
        folder = self.videos(slug).resolve()
        path = (folder / name).resolve()
        if path.parent != folder or not path.is_file():
            raise NotFound('There is no video file of this name in the videos folder of your club.')
        return path

    def make(self) -> None:
        """Create what is missing."""
        for folder in (self.home, self.recordings, self.clips, self.index, self.home / 'videos'):
            folder.mkdir(parents=True, exist_ok=True)

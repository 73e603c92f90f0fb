"""One process at a time owns a home folder: a second server would mend what the first one is recording."""

from pathlib import Path

from filelock import FileLock, Timeout

from models.errors import Conflict


class ServingLock:
    """Held by a running server and by a restore; the operating system lets go of it when the process dies."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._lock = FileLock(home / 'serving.lock')

    def take(self) -> None:
        """Claim the home folder; raises Conflict while another process has it."""
        self._home.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise Conflict('Sideline is running on {home}. Stop it first.', home=self._home) from error

    def release(self) -> None:
        """Let the home folder go; nothing happens when it was not taken."""
        self._lock.release()

    def __enter__(self) -> None:
        self.take()

    def __exit__(self, *_: object) -> None:
        self.release()

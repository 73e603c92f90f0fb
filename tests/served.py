"""The real app in a process of its own, as `make run` starts it: on a free port, with a home folder of its own.

And the small sites with which single components are tried out in a real browser.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
UP_WITHIN_S = 90
DOWN_WITHIN_S = 30
TOKEN = re.compile(r'token:\s+(\S+)')


@dataclass(frozen=True)
class Server:
    """A running `python app.py`."""

    port: int
    home: Path
    started_in_s: float
    """How long it took until /healthz answered."""
    process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f'http://127.0.0.1:{self.port}'

    @property
    def console(self) -> str:
        """What it has printed so far."""
        return _console(self.home).read_text()

    @property
    def token(self) -> str:
        """The set-up token of the first run."""
        found = TOKEN.search(self.console)
        assert found, f'no token on the console:\n{self.console}'
        return found[1]

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait()

    def run(self, *command: str) -> str:
        """Run a command of the command line beside the server; gives back what it prints."""
        environment = _environment({'home': self.home, 'password': 'correct horse battery'})
        command = (sys.executable, 'app.py', *command)
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


@contextmanager
def served(home: Path, **settings: object) -> Iterator[Server]:
    """Serve until the block is left, then end the server as an init system does and see that it leaves in peace.

    One that the test has killed is left as it is: the same home can be served again.
    """
    port = free_port()
    home.mkdir(parents=True, exist_ok=True)
    variables = {'home': home, 'host': '127.0.0.1', 'port': port, **settings}
    with _console(home).open('w') as console:
        began_at = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, 'app.py'],
            cwd=ROOT,
            env=_environment(variables),
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait_until_up(process, port, home)
        yield Server(port, home, time.monotonic() - began_at, process)
        if process.poll() != -signal.SIGKILL:
            process.send_signal(signal.SIGTERM)
            assert process.wait(DOWN_WITHIN_S) == 0, _console(home).read_text()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


@contextmanager
def served_site(script: Path, *arguments: str | Path) -> Iterator[int]:
    """Serve what this script serves on the port that is its first argument; gives the port, once somebody listens."""
    port = free_port()
    environment = _environment({}) | {'PYTHONPATH': str(ROOT)}
    process = subprocess.Popen([sys.executable, script, str(port), *map(str, arguments)], cwd=ROOT, env=environment)
    try:
        _wait_until_somebody_listens(process, port)
        yield port
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port on which nobody listens just now."""
    with socket.socket() as free:
        free.bind(('127.0.0.1', 0))
        return int(free.getsockname()[1])


def _environment(settings: dict[str, object]) -> dict[str, str]:
    # NiceGUI serves nothing while it believes to be inside pytest
    outside = {name: value for name, value in os.environ.items() if not name.startswith(('PYTEST', 'SIDELINE_'))}
    return outside | {f'SIDELINE_{name.upper()}': str(value) for name, value in settings.items()}


def _console(home: Path) -> Path:
    return home.with_name(f'{home.name}.console')


def _wait_until_up(process: subprocess.Popen[bytes], port: int, home: Path) -> None:
    until = time.monotonic() + UP_WITHIN_S
    while time.monotonic() < until:
        assert process.poll() is None, f'the server ended:\n{_console(home).read_text()}'
        try:
            if httpx.get(f'http://127.0.0.1:{port}/healthz', timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(f'the server does not answer:\n{_console(home).read_text()}')


def _wait_until_somebody_listens(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + UP_WITHIN_S
    while time.monotonic() < until:
        assert process.poll() is None, 'the site ended'
        with suppress(OSError), socket.create_connection(('127.0.0.1', port), timeout=2):
            return
        time.sleep(0.05)
    raise AssertionError('the site does not answer')

"""The deployment, read top to bottom: settings → data → vision → pages and api → run. The command line is here too."""

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from nicegui import app as web
from nicegui import core, ui
from pydantic import ValidationError

import api
import pages
from components.fields.extensions import load_extensions
from components.form_rules import form_rules
from data.accounts import Accounts
from data.backup import backup
from data.changes import Changes
from data.clip_saver import ClipSaver
from data.club import Kit
from data.clubs import Clubs
from data.database import Database
from data.demo import DemoClub, DemoLogin
from data.demo_session import DemoStudio
from data.doctor import examine
from data.embedder import Embedder
from data.embedding import Embedding
from data.finding import Verdict
from data.first_run import FirstRun
from data.folders import Folders
from data.index import TimelineIndex
from data.mending import mend
from data.recordings import RecordingKeeper
from data.restore import restore, take_back_unfinished
from data.seal import Seal
from data.serving_lock import ServingLock
from models.errors import NotFound, SidelineError
from models.member import NewUser, Role, User
from models.organization import NewClub
from models.settings import Settings
from vision import landmark_models, segments
from vision.demo_recording import record_demo
from vision.streams import Streams

Result = TypeVar('Result')

commands = typer.Typer(help='Sideline: log, film, clip and ask, from a tablet at the pitch.', rich_markup_mode=None)
user_commands = typer.Typer(help='Accounts of people.', no_args_is_help=True)
token_commands = typer.Typer(help='Bearer tokens for programs.', no_args_is_help=True)
commands.add_typer(user_commands, name='user')
commands.add_typer(token_commands, name='token')


@dataclass(frozen=True, kw_only=True)
class Deployment:
    """The long-lived objects, each made once."""

    settings: Settings
    folders: Folders
    database: Database
    changes: Changes
    streams: Streams
    clip_saver: ClipSaver
    embedding: Embedding
    clubs: Clubs
    accounts: Accounts
    demo: DemoClub
    first_run: FirstRun

    async def open(self) -> None:
        """Mend what an earlier process left behind and take up its unfinished work."""
        await mend(database=self.database, folders=self.folders, adopt=segments.adopt)
        await self.clip_saver.resume()
        await self.embedding.rebuild_when_lost()

    async def close(self) -> None:
        """Close every recording and let the database go."""
        await self.streams.close()
        await self.database.close()


def deploy(settings: Settings) -> Deployment:
    """Make the long-lived objects and introduce them to each other."""
    folders = Folders(settings.home)
    folders.make()
    database = Database.open(settings.database_url or f'sqlite+aiosqlite:///{folders.database}')
    changes = Changes()

    keeper = RecordingKeeper(database=database, changes=changes)
    streams = Streams(
        recordings=folders.recordings,
        models=settings.models_folder,
        on_recording_started=keeper.opened,
        on_recording_ended=keeper.closed,
    )
    changes.ended.subscribe(streams.stop_session)
    clip_saver = ClipSaver(
        database=database,
        changes=changes,
        folders=folders,
        cut=streams.cut,
        recorded_until=streams.recorded_until,
    )

    load_extensions(folders.home / 'extensions')
    rules = form_rules()
    index = TimelineIndex(folders.index, Embedder(settings.embedder))
    embedding = Embedding(index, database=database, changes=changes, form_rules=rules)
    kit = Kit(
        database=database,
        changes=changes,
        folders=folders,
        seal=Seal(folders.secret),
        streams=streams,
        clip_saver=clip_saver,
        embedding=embedding,
        form_rules=rules,
    )
    clubs = Clubs(kit)
    accounts = Accounts(database)
    demo = DemoClub(clubs, accounts, DemoStudio(database, folders, record=record_demo, cut=streams.cut))
    first_run = FirstRun(
        clubs=clubs, accounts=accounts, demo=demo, embedding=embedding, announce=partial(print, flush=True)
    )
    return Deployment(
        settings=settings,
        folders=folders,
        database=database,
        changes=changes,
        streams=streams,
        clip_saver=clip_saver,
        embedding=embedding,
        clubs=clubs,
        accounts=accounts,
        demo=demo,
        first_run=first_run,
    )


@commands.callback(invoke_without_command=True)
def _default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        serve()


@commands.command()
def serve() -> None:
    """Serve Sideline (what happens without a command)."""
    settings = Settings()
    lock = ServingLock(settings.home)
    if not settings.dev or multiprocessing.parent_process():  # else it only watches the code: its child serves
        _telling(lock.take)
        take_back_unfinished(settings.home)
    house = deploy(settings)
    web.on_startup(house.open)
    web.on_startup(house.first_run.invite)
    web.on_shutdown(house.close)
    web.on_shutdown(lock.release)
    pages.register(house)
    api.register(web, house)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # uvicorn raises it again after it has closed everything
    try:
        ui.run(
            host=settings.host,
            port=settings.port,
            title='Sideline',
            reload=settings.dev,
            show=False,
            reconnect_timeout=30,
            ssl_certfile=settings.ssl_certfile,
            ssl_keyfile=settings.ssl_keyfile,
        )
    finally:
        if any(thread.name.startswith('tracker') for thread in threading.enumerate()):
            os._exit(0)  # all is closed; a call that hangs inside MediaPipe would keep Python from ending


@commands.command()
def demo() -> None:
    """Create the demo club, to look around in."""

    async def load(house: Deployment) -> DemoLogin:
        login = await house.demo.load()
        if login.session_id:
            await house.embedding.embed(login.session_id)
        return login

    print(_run(load))


@user_commands.command('create')
def create_user(
    email: str,
    club: Annotated[str, typer.Option(help='The short name (slug) of the club.')],
    role: Annotated[Role, typer.Option(help='What the person may do.')],
    create_club: Annotated[str, typer.Option(help='Found the club under this name first.')] = '',
) -> None:
    """Give somebody an account and a role in a club. The password is asked for, or taken from SIDELINE_PASSWORD."""

    async def create(house: Deployment) -> None:
        user = await _known_or_new(house, email)
        if create_club and role is not Role.OWNER:
            raise typer.BadParameter('Whoever founds a club is its owner: use --role owner.')
        if create_club:
            await house.clubs.found_for(NewClub(name=create_club, slug=club, team_name='First team'), user)
        else:
            await house.clubs.join(club, user, role)

    _run(create)
    print(f'{email} is now {role} of {club}.')


@user_commands.command('password')
def set_password(email: str) -> None:
    """Reset somebody's password; every browser that is signed in must sign in again."""
    _run(lambda house: house.accounts.set_password(email, _password()))
    print(f'The password of {email} is changed.')


@token_commands.command('create')
def create_token(email: str) -> None:
    """Print a new bearer token for this person, once."""
    print(_run(lambda house: house.accounts.create_token(email)))


@commands.command()
def models() -> None:
    """Fetch the landmark models that overlays need."""
    folder = Settings().models_folder
    _telling(lambda: landmark_models.fetch(folder))
    print(f'The landmark models are in {folder}.')


@commands.command('backup')
def back_up(file: Path) -> None:
    """Write everything that cannot be derived into one file, also while Sideline runs."""
    summary = _telling(lambda: backup(_home_with_database(), file))
    print(f'{summary.file}: {summary.file_count} files, {summary.size_bytes / 1e6:.1f} MB')


@commands.command('restore')
def bring_back(file: Path) -> None:
    """Put a backup in the place of the present state, which is kept beside it."""
    kept = _telling(lambda: restore(file, _home_with_database()))
    print('Restored.' if kept is None else f'Restored. The state before is kept in {kept}.')


@commands.command('doctor')
def look_after() -> None:
    """Say in plain words what is missing."""
    findings = examine(Settings(), missing_models=landmark_models.missing)
    for finding in findings:
        print(f'{finding.verdict:8} {finding.subject}: {finding.sentence}')
    if any(finding.verdict is Verdict.PROBLEM for finding in findings):
        sys.exit(1)


@commands.command()
def reindex() -> None:
    """Rebuild the timeline index from the database."""
    for progress in _run(lambda house: house.embedding.reindex()):
        print(f'{progress.session_id}: {progress.problem or f"{progress.done} items"}')


def _home_with_database() -> Path:
    settings = Settings()
    if settings.database_url:
        raise SidelineError('SIDELINE_DATABASE_URL names another database: back it up and restore it with its tools.')
    return settings.home


async def _known_or_new(house: Deployment, email: str) -> User:
    try:
        return await house.accounts.user(email)
    except NotFound:
        return await house.accounts.create_user(NewUser(email=email, password=_password()))


def _password() -> str:
    given = Settings().password
    return given.get_secret_value() if given else typer.prompt('Password', hide_input=True, confirmation_prompt=True)


def _run(work: Callable[[Deployment], Awaitable[Result]]) -> Result:
    """Do one thing with the deployment, without serving."""

    async def inside() -> Result:
        core.loop = asyncio.get_running_loop()  # the stores' events run their handlers as tasks of NiceGUI's loop
        house = deploy(Settings())
        try:
            return await work(house)
        finally:
            await house.close()

    return _telling(lambda: asyncio.run(inside()))


def _telling(work: Callable[[], Result]) -> Result:
    """Turn what went wrong into one sentence on the console and exit code 1."""
    try:
        return work()
    except ValidationError as error:
        problems = [f'{".".join(map(str, each["loc"]))}: {each["msg"]}' for each in error.errors()]
        sys.exit('\n'.join(problems))
    except SidelineError as error:
        sys.exit(str(error))


if __name__ == '__main__':
    commands()
elif __name__ == '__mp_main__' and Settings().dev:
    serve()  # the child that serves while its parent watches the code; the command line would end it

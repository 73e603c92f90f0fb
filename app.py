"""The deployment, read top to bottom: settings → data → vision → pages and api → run. The command line is here too."""

from dataclasses import dataclass

import typer
from nicegui import app as web
from nicegui import ui

import api
import pages
from components import fields
from data.accounts import Accounts
from data.changes import Changes
from data.clip_saver import ClipSaver
from data.club import Kit
from data.clubs import Clubs
from data.database import Database
from data.embedder import Embedder
from data.embedding import Embedding
from data.first_run import FirstRun
from data.folders import Folders
from data.index import TimelineIndex
from data.mending import mend
from data.recordings import RecordingKeeper
from data.seal import Seal
from models.settings import Settings
from vision import segments
from vision.streams import Streams

commands = typer.Typer(help='Sideline: log, film, clip and ask, from a tablet at the pitch.', no_args_is_help=False)


@dataclass(frozen=True)
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
    first_run: FirstRun

    async def open(self) -> None:
        """Mend what an earlier process left behind and take up its unfinished work."""
        await mend(database=self.database, folders=self.folders, adopt=segments.adopt)
        await self.clip_saver.resume()

    async def load_demo(self) -> str:
        """Create the demo club and sign its owner in."""
        raise NotImplementedError

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

    index = TimelineIndex(folders.index, Embedder(settings.embedder))
    embedding = Embedding(index, database=database, changes=changes, describe=fields.describe)
    kit = Kit(
        database=database,
        changes=changes,
        folders=folders,
        seal=Seal(folders.secret),
        streams=streams,
        clip_saver=clip_saver,
        embedding=embedding,
        find_problems=fields.find_problems,
        find_design_problems=fields.find_design_problems,
        describe=fields.describe,
    )
    clubs = Clubs(kit)
    accounts = Accounts(database)
    first_run = FirstRun(clubs=clubs, accounts=accounts)
    return Deployment(settings, folders, database, changes, streams, clip_saver, embedding, clubs, accounts, first_run)


@commands.callback(invoke_without_command=True)
def _default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        serve()


@commands.command()
def serve() -> None:
    """Serve Sideline (what happens without a command)."""
    settings = Settings()
    house = deploy(settings)

    async def invite() -> None:
        if await house.first_run.needed():
            print(f'\n  First run: open Sideline in a browser and enter this token:  {house.first_run.token}\n')

    web.on_startup(house.open)
    web.on_startup(invite)
    web.on_shutdown(house.close)
    pages.register(house)
    api.register(
        web,
        clubs=house.clubs,
        accounts=house.accounts,
        first_run=house.first_run,
        streams=house.streams,
        folders=house.folders,
        load_demo=house.load_demo,
    )
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


if __name__ in {'__main__', '__mp_main__'}:
    commands()

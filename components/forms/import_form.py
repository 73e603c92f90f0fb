"""ImportForm: a form out of a file, XLSForm or JSON; what could not be taken is said before anything is saved."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from nicegui import ui
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.forms.facts import size_of
from components.forms.ready_forms import start_head
from components.heading import Heading
from components.raw_upload import NAME_HEADER, RawUpload
from components.words import _, say, say_again
from data.form_json import MAX_BYTES, read_form_json
from data.xlsform import LONGEST_NAME, UNNAMED, XlsFormReading, read_xlsform
from models.errors import SidelineError, TooLarge
from models.form import FormDraft

TAKES = '.xlsx,.json'


class ImportForm(ui.element):
    """A button that reads one file; `on_draft` hears the form as soon as the coach knows what is missing in it."""

    def __init__(self, *, on_draft: Callable[[FormDraft], None]) -> None:
        super().__init__('article')
        self.classes('panel start-card')
        self.on_draft = on_draft
        with self:
            self._ask()

    def _ask(self) -> None:
        start_head('upload_file', _('Import a file'))
        ui.label(_('A form of KoboToolbox, ODK or another XLSForm (.xlsx), or the JSON of another Sideline.'))
        self.problem = ui.label().classes('text-danger').props('role=alert')
        with ui.element('div').classes('start-actions'):
            refusal = _('Choose an .xlsx or .json file of at most {limit} MB.').format(limit=MAX_BYTES // 1024**2)
            self.file = RawUpload(self._receive, takes=TAKES, limit_bytes=MAX_BYTES, refusal=refusal)
            self.file.opens_from(ui.button(_('Choose a file'), icon='folder_open').props('outline'))

    async def _receive(self, request: Request) -> Response:
        """Read the body within bounds; a refusal is said beside the button."""
        name = unquote(request.headers.get(NAME_HEADER, ''))
        with self:
            try:
                reading = await read_form_file(name, await small_body(request))
            except SidelineError as error:
                self.problem.text = say(error)
                return JSONResponse({'detail': str(error)}, status_code=error.status)
            finally:
                self.file.reset()
            self._tell(reading)
        return JSONResponse({'name': reading.draft.name})

    def _tell(self, reading: XlsFormReading) -> None:
        """Go on at once when all was taken, else say what was not."""
        if not reading.remarks:
            self.on_draft(reading.draft)
            return
        self.clear()
        with self:
            start_head('rule', reading.draft.name)
            ui.label(' · '.join(size_of(reading.draft))).classes('t-small text-muted')
            Heading(_('What Sideline could not take over'), level=3)
            with ui.element('ul').classes('remarks'):
                for remark in reading.remarks:
                    with ui.element('li'):
                        ui.label(say_again(remark)).classes('wrap-text')
            with ui.element('div').classes('start-actions'):
                ui.button(_('Go on to the builder'), on_click=lambda: self.on_draft(reading.draft)).props('unelevated')
                ui.button(_('Choose another file'), on_click=self._again).props('flat')

    def _again(self) -> None:
        self.clear()
        with self:
            self._ask()


async def read_form_file(name: str, content: bytes) -> XlsFormReading:
    """The form in a file, by what the file is and not by its name alone; parsing does not hold up anybody else."""
    is_json = name.lower().endswith('.json') or content.lstrip()[:1] == b'{'
    if is_json:
        return XlsFormReading(await asyncio.to_thread(read_form_json, content), [])
    reading = await asyncio.to_thread(read_xlsform, content)
    stem = Path(name.replace('\\', '/')).stem.strip()[:LONGEST_NAME]
    if reading.draft.name != UNNAMED or not stem:
        return reading
    return replace(reading, draft=reading.draft.model_copy(update={'name': stem}))


async def small_body(request: Request) -> bytes:
    """The body, as long as it stays small: the guard lets videos through on this way."""
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > MAX_BYTES:
            raise TooLarge('This file is larger than {limit} MB. A form needs much less.', limit=MAX_BYTES // 1024**2)
    return bytes(content)

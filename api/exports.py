"""Exports over REST: the logs of a session as files for a spreadsheet."""

from uuid import UUID

from starlette.responses import Response

from api.doorway import ClubOfSession
from api.downloads import download
from api.resource import resource

router = resource('Logs', path='/sessions/{session_id}/logs')


@router.get('/export.csv', response_class=Response, summary='Download the logs as CSV')
async def export_csv(club: ClubOfSession, session_id: UUID) -> Response:
    """One row for each log, one column for each question; removed ones are marked."""
    logs = await club.exports.csv(session_id)
    return download(logs.content, title=logs.session_name, suffix='.csv')


@router.get('/export.xlsx', response_class=Response, summary='Download the logs as a spreadsheet')
async def export_xlsx(club: ClubOfSession, session_id: UUID) -> Response:
    """The same as an Excel workbook; times are UTC."""
    logs = await club.exports.xlsx(session_id)
    return download(logs.content, title=logs.session_name, suffix='.xlsx')

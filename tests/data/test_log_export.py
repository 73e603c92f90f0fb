"""The logs of a session become files for a spreadsheet, in which nothing is a formula."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

from openpyxl import load_workbook

from data.club import Club
from models.base import utc_now
from models.form import FormDraft, FormField
from models.log import NewLog
from models.session import NewSession, SessionView

HOSTILE = '=HYPERLINK("http://evil.example","click")'


async def game_session(club: Club) -> SessionView:
    fields = [
        FormField(key='part', type='section', label='First part'),
        FormField(key='event', type='select', label='Event', options=['Shot', 'Pass']),
        FormField(key='who', type='player', label='Who'),
        FormField(key='spot', type='position', label='Spot'),
        FormField(key='stars', type='rating', label='Stars'),
        FormField(key='note', type='text', label='=Note'),
    ]
    form = await club.forms.create(FormDraft(name='Match', fields=fields))
    session = await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby', form_id=form.id))
    return await club.sessions.start(session.id)


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode('utf-8-sig'), newline='')))


async def test_every_answer_stands_in_its_column_and_removed_questions_are_marked(club: Club) -> None:
    session = await game_session(club)
    team = (await club.teams.list())[0]
    anna = await club.teams.add_player(team.id, number=7, name='Anna Berg')
    data = {'event': 'Shot', 'who': str(anna.id), 'spot': {'x': 0.25, 'y': 0.5}, 'stars': 4, 'note': HOSTILE}
    moment = utc_now()
    await club.logs.create(session.id, NewLog(data=data, occurred_at=moment, ended_at=moment + timedelta(seconds=12)))
    await club.teams.remove_player(anna.id)
    assert session.form_id
    form = await club.forms.get(session.form_id)
    kept = [field for field in form.fields if field.key != 'stars']
    await club.forms.update(form.id, FormDraft(name='Match', fields=kept))
    await club.sessions.take_version(session.id, 2)

    exported = await club.exports.csv(session.id)
    [row] = rows_of(exported.content)
    assert exported.session_name == 'Derby'
    assert (row['Event'], 'Anna Berg' in row['Who'], row['Spot x'], row['Spot y']) == ('Shot', True, '0.25', '0.5')
    assert row['Stars (removed)'] == '4'
    assert row["'=Note"] == f"'{HOSTILE}"
    assert (row['minute'], row['author'], row['sentLater']) == ('1′', 'Olga', '')
    assert row['endedAt'].endswith('Z')
    assert 'First part' not in row


async def test_a_workbook_holds_text_as_text(club: Club) -> None:
    session = await game_session(club)
    for note in (HOSTILE, '#N/A', 'a\x07b', '@SUM(A1)'):
        await club.logs.create(session.id, NewLog(data={'note': note, 'stars': 3}))
    page = load_workbook(BytesIO((await club.exports.xlsx(session.id)).content)).active
    assert page is not None
    header, *logs = list(page.iter_rows())
    note = [cell.value for cell in header].index('=Note')
    assert {row[note].data_type for row in (header, *logs)} == {'s'}
    assert {row[note].value for row in logs} == {HOSTILE, '#N/A', 'ab', '@SUM(A1)'}
    assert {row[note - 1].value for row in logs} == {3}

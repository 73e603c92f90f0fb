"""How often each button logged: spans with their time, deleted logs and those of the form left out."""

from datetime import timedelta

import pytest

from data.club import Club
from data.log_counts import ButtonCount
from models.base import utc_now
from models.errors import NotFound
from models.form import FormDraft, FormField
from models.log import LogChange, NewLog
from models.panel import Panel, PanelButton
from models.session import NewSession

FORM = FormDraft(
    name='Match',
    fields=[FormField(key='what', type='text', label='What')],
    panel=Panel(
        buttons=[
            PanelButton(key='shot', label='Shot', answers={'what': 'Shot'}),
            PanelButton(key='ours', label='Ours', behaviour='toggle', answers={'what': 'Ours'}),
        ]
    ),
)


async def test_each_button_counts_its_logs_and_adds_up_its_spans(club: Club, other_club: Club) -> None:
    form = await club.forms.create(FORM)
    session = await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby', form_id=form.id))
    await club.sessions.start(session.id)
    now = utc_now() + timedelta(seconds=1)
    for _ in range(3):
        shot, _is_new = await club.logs.create(session.id, NewLog(data={'what': 'Shot'}, button='shot'))
    await club.logs.delete(session.id, shot.id)
    await club.logs.create(session.id, NewLog(data={'what': 'by the form'}))
    for lasted_s in (1.5, 2.25):
        new = NewLog(data={'what': 'Ours'}, button='ours', occurred_at=now)
        span, _is_new = await club.logs.create(session.id, new)
        await club.logs.update(session.id, span.id, LogChange(ended_at=now + timedelta(seconds=lasted_s)))
    await club.logs.create(session.id, NewLog(data={'what': 'Ours'}, button='ours', occurred_at=now))

    counts = await club.log_counts.of(session.id)
    assert counts == {'shot': ButtonCount(count=2), 'ours': ButtonCount(count=3, total_s=3.75)}
    with pytest.raises(NotFound):
        await other_club.log_counts.of(session.id)

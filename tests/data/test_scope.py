"""No one sees another club, and power ends the moment it is taken away."""

from uuid import uuid4

import pytest

from app import Deployment
from data.club import Club
from models.errors import Forbidden, NotFound
from models.log import NewLog
from models.member import Role
from models.session import NewSession, Session, SessionView
from models.video import Camera
from tests.data.conftest import Colleagues, draft


async def test_a_club_does_not_exist_for_who_is_not_its_member(house: Deployment, club: Club, other_club: Club) -> None:
    with pytest.raises(NotFound):
        await house.clubs.open(other_club.user, 'lakeside')
    with pytest.raises(NotFound):
        await house.clubs.open(other_club.user, 'no-such-club')


async def test_a_foreign_id_is_not_found_by_any_store(
    house: Deployment, club: Club, other_club: Club, session: SessionView
) -> None:
    form = (await club.forms.list())[0]
    camera = (await club.cameras.list())[0]
    team = (await club.teams.list())[0]
    foreign = (
        other_club.sessions.get(session.id),
        other_club.sessions.end(session.id),
        other_club.sessions.delete(session.id),
        other_club.sessions.fields(session.id),
        other_club.logs.list(session.id),
        other_club.logs.create(session.id, NewLog(data={'what': 'x'})),
        other_club.clips.list(session.id),
        other_club.recordings.list(session.id),
        other_club.timeline.items(session.id),
        other_club.timeline.embed(session.id),
        other_club.forms.get(form.id),
        other_club.forms.update(form.id, draft()),
        other_club.cameras.get(camera.id),
        other_club.cameras.info(camera.id),
        other_club.teams.players(team.id),
        other_club.sessions.create(NewSession(organization_slug='hilltop', name='x', form_id=form.id)),
        other_club.sessions.create(NewSession(organization_slug='hilltop', name='x', team_id=team.id)),
        house.clubs.holding(other_club.user, Session, session.id),
        house.clubs.holding(other_club.user, Camera, camera.id),
        house.clubs.holding(other_club.user, Session, uuid4()),
    )
    for attempt in foreign:
        with pytest.raises(NotFound):
            await attempt


async def test_a_viewer_reads_and_writes_nothing(colleagues: Colleagues, session: SessionView) -> None:
    assert await colleagues.viewer.sessions.get(session.id)
    for attempt in (
        colleagues.viewer.logs.create(session.id, NewLog(data={'what': 'x'})),
        colleagues.viewer.sessions.end(session.id),
        colleagues.viewer.forms.create(draft()),
    ):
        with pytest.raises(Forbidden):
            await attempt


async def test_a_coach_does_not_change_members(colleagues: Colleagues) -> None:
    members = await colleagues.coach.members.list()
    with pytest.raises(Forbidden):
        await colleagues.coach.members.set_role(members[0].id, Role.OWNER)


async def test_an_open_club_loses_its_power_with_the_membership(
    club: Club, colleagues: Colleagues, session: SessionView
) -> None:
    member = next(each for each in await club.members.list() if each.role is Role.COACH)
    await club.members.set_role(member.id, Role.VIEWER)
    with pytest.raises(Forbidden):
        await colleagues.coach.logs.create(session.id, NewLog(data={'what': 'x'}))
    await club.members.remove(member.id)
    with pytest.raises(NotFound):
        await colleagues.coach.sessions.get(session.id)

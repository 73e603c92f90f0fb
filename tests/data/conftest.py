"""What the store tests share: a second club beside the first, members of each role, and a running session."""

from dataclasses import dataclass

import pytest

from app import Deployment
from data.club import Club
from models.form import FormDraft, FormField
from models.member import NewUser, Role
from models.organization import NewClub
from models.session import NewSession, SessionView
from tests import PASSWORD


def new_user(email: str) -> NewUser:
    return NewUser(email=email, password=PASSWORD)


@pytest.fixture
async def other_club(house: Deployment) -> Club:
    """Another club on the same server, as its own owner holds it."""
    new = NewClub(name='SV Hilltop', slug='hilltop', team_name='First')
    return await house.clubs.found(new, new_user('owner@hilltop.example'))


@dataclass(frozen=True)
class Colleagues:
    """The same club in the hands of a coach and of a viewer."""

    coach: Club
    viewer: Club


@pytest.fixture
async def colleagues(house: Deployment, club: Club) -> Colleagues:
    """A coach and a viewer of the club."""
    for role in (Role.COACH, Role.VIEWER):
        await club.members.add(new_user(f'{role}@lakeside.example'), role)
    return Colleagues(
        coach=await house.clubs.open(await house.accounts.user('coach@lakeside.example'), 'lakeside'),
        viewer=await house.clubs.open(await house.accounts.user('viewer@lakeside.example'), 'lakeside'),
    )


def draft(*fields: FormField) -> FormDraft:
    default = (
        FormField(key='what', type='text', label='What happened', required=True, max_length=80),
        FormField(key='stars', type='rating', label='How good', min=1, max=5),
    )
    return FormDraft(name='Match', fields=list(fields or default))


@pytest.fixture
async def session(club: Club) -> SessionView:
    """A running session with a form of a required text and a rating."""
    form = await club.forms.create(draft())
    created = await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby', form_id=form.id))
    return await club.sessions.start(created.id)

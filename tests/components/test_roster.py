"""The roster: what a coach types and pastes, and what becomes of it."""

import pytest
from nicegui import ui

from components.club.pasted_players import players_in
from components.club.team_roster import TeamRoster
from data.club import Club
from models.errors import Invalid
from models.organization import TeamView
from tests.components.conftest import Stage, eventually


@pytest.fixture
async def team(club: Club) -> TeamView:
    team = (await club.teams.list())[0]
    await club.teams.add_player(team.id, number=7, name='Anna Berg', position='Striker')
    return team


def test_players_are_understood_as_mails_and_spreadsheets_write_them() -> None:
    pasted = '7 Anna Berg, Striker\n\n #10: Zoé Diaz\n11\tJo\tLeft back\r\n0 - O. Li;Keeper\n99) María José Núñez'
    assert [(one.number, one.name, one.position) for one in players_in(pasted)] == [
        (7, 'Anna Berg', 'Striker'),
        (10, 'Zoé Diaz', ''),
        (11, 'Jo', 'Left back'),
        (0, 'O. Li', 'Keeper'),
        (99, 'María José Núñez', ''),
    ]


@pytest.mark.parametrize('text', ['', '7 Anna\nBen', '1000 Too high', '7'])
def test_a_line_that_is_no_player_is_named(text: str) -> None:
    with pytest.raises(Invalid, match='7 Anna Berg, Striker'):
        players_in(text)


async def test_a_player_gets_another_number_and_name_in_a_sheet(stage: Stage, club: Club, team: TeamView) -> None:
    user = await stage.show(lambda: TeamRoster(club, team=team).show())
    await user.should_see('Anna Berg')
    user.find(kind=ui.button, content='edit').click()
    await user.should_see('Change Anna Berg')
    [sheet] = user.find(marker='sheet').elements
    number, name, position = (
        next(one for one in user.find(marker=what).elements if sheet in one.ancestors())
        for what in ('number', 'name', 'position')
    )
    number.value, name.value, position.value = 17, 'Anna Berg-Lund', 'Winger'
    user.find(marker='sheet').trigger('submit.prevent')

    async def is_changed() -> bool:
        [player] = await club.teams.players(team.id)
        return (player.number, player.name, player.position) == (17, 'Anna Berg-Lund', 'Winger')

    await eventually(is_changed)


async def test_a_whole_roster_is_pasted_or_nobody(stage: Stage, club: Club, team: TeamView) -> None:
    user = await stage.show(lambda: TeamRoster(club, team=team).show())
    await user.should_see('Anna Berg')
    user.find('Paste many').click()
    await user.should_see('One player per line')
    user.find(marker='pasted').type('1 Olena, Keeper\n7 Somebody else')
    user.find(marker='sheet').trigger('submit.prevent')
    await user.should_see('Number 7 belongs to Anna Berg')
    assert len(await club.teams.players(team.id)) == 1
    user.find(marker='pasted').clear().type('1 Olena, Keeper\n8 Somebody else')
    user.find(marker='sheet').trigger('submit.prevent')

    async def are_there() -> bool:
        return [player.number for player in await club.teams.players(team.id)] == [1, 7, 8]

    await eventually(are_there)


async def test_who_was_removed_comes_back_as_the_same_player(stage: Stage, club: Club, team: TeamView) -> None:
    [before] = await club.teams.players(team.id)
    user = await stage.show(lambda: TeamRoster(club, team=team).show())
    await user.should_see('Anna Berg')
    user.find(kind=ui.button, content='delete').click()
    await user.should_see('Nobody on the roster yet')
    assert [player.has_left for player in await club.teams.players(team.id, with_former=True)] == [True]
    user.find('Undo').click()
    await user.should_see('Striker')
    assert await club.teams.players(team.id) == [before]

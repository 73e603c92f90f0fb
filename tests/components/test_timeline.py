"""The timeline tab and the search as a coach sees them, with the real index behind them."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from nicegui import ui
from nicegui.testing import User
from nicegui.testing.user_interaction import UserInteraction

from app import Deployment
from components.player import Player
from components.timeline.club_search import ClubSearch
from components.timeline.hit_list import HitList
from components.timeline.search_box import SearchBox
from components.timeline.timeline_tab import TimelineTab
from components.timeline.timeline_table import PAGE_SIZE
from data.club import Club
from data.recordings import RecordingKeeper
from models.base import utc_now
from models.log import NewLog
from models.session import SessionView
from models.timeline import Hit, ItemType
from models.video import NewClip, RecordingEnded, RecordingStarted
from tests.components.conftest import Stage, eventually
from vision.demo_recording import record_demo

RECORDED_S = 6.0


@pytest.fixture
async def recording_id(house: Deployment, club: Club, session: SessionView) -> UUID:
    """A recording of six seconds that ended just now."""
    recording_id = uuid4()
    width_px, height_px, fps = record_demo(house.folders.recordings / str(recording_id), RECORDED_S)
    started_at = utc_now() - timedelta(seconds=RECORDED_S)
    [camera] = await club.cameras.list()
    keeper = RecordingKeeper(database=house.database, changes=house.changes)
    await keeper.opened(RecordingStarted(recording_id, camera.id, session.id, started_at, width_px, height_px, fps))
    await keeper.closed(RecordingEnded(recording_id, started_at + timedelta(seconds=RECORDED_S)))
    return recording_id


async def log(club: Club, session: SessionView, what: str, **more: object) -> UUID:
    stored, _ = await club.logs.create(session.id, NewLog(data={'what': what}, **more))
    return stored.id


async def open_tab(stage: Stage, club: Club, session: SessionView, *, focus: UUID | None = None) -> User:
    return await stage.show(lambda: TimelineTab(club, session, focus=focus).show())


async def test_an_empty_timeline_says_what_will_be_there(stage: Stage, club: Club, session: SessionView) -> None:
    user = await open_tab(stage, club, session)
    await user.should_see('Nothing on the timeline yet', retries=40)


async def test_a_log_of_another_tablet_appears_by_itself_and_can_be_filtered(
    stage: Stage, club: Club, session: SessionView
) -> None:
    user = await open_tab(stage, club, session)
    await user.should_see('Nothing on the timeline yet', retries=40)
    await log(club, session, 'great save by the keeper')
    await user.should_see('great save by the keeper', retries=40)
    [shown] = user.find(ui.toggle).elements
    shown.set_value(ItemType.CLIP)
    await user.should_see('Nothing on the timeline yet', retries=40)
    shown.set_value(ItemType.LOG)
    await user.should_see('great save by the keeper', retries=40)


async def test_a_log_opens_its_moment_in_the_recording_five_seconds_earlier(
    stage: Stage, club: Club, session: SessionView, recording_id: UUID
) -> None:
    recording = await club.recordings.get(recording_id)
    await log(club, session, 'header', occurred_at=recording.started_at + timedelta(seconds=5.75))
    user = await open_tab(stage, club, session)
    await user.should_see('header', retries=40)
    user.find('Show').click()
    await user.should_see(Player, retries=40)
    [player] = user.find(Player).elements
    assert player.props['src'] == recording.playlist_url
    assert player.props['start'] == pytest.approx(0.75, abs=0.01)


async def test_a_moment_that_nobody_filmed_says_so(stage: Stage, club: Club, session: SessionView) -> None:
    await log(club, session, 'header')
    user = await open_tab(stage, club, session)
    await user.should_see('header', retries=40)
    user.find('Show').click()
    await user.should_see('No camera was recording at this moment.', retries=40)


async def test_a_link_to_a_clip_plays_it_at_once(
    stage: Stage, club: Club, session: SessionView, recording_id: UUID
) -> None:
    start = (await club.recordings.get(recording_id)).started_at + timedelta(seconds=1)
    new = NewClip(start_time=start, end_time=start + timedelta(seconds=2), title='The save')
    clip = await club.clips.create(session.id, new)

    async def ready() -> bool:
        return (await club.clips.get(session.id, clip.id)).url is not None

    await eventually(ready)
    user = await open_tab(stage, club, session, focus=clip.id)
    await user.should_see('The save', retries=40)
    await user.should_see(Player, retries=40)
    [player] = user.find(Player).elements
    assert player.props['src'] == (await club.clips.get(session.id, clip.id)).url


async def test_a_long_timeline_is_shown_a_page_at_a_time(stage: Stage, club: Club, session: SessionView) -> None:
    for number in range(PAGE_SIZE * 2 + 1):
        await log(club, session, f'number {number:03}')
    user = await open_tab(stage, club, session)
    await user.should_see('number 100', retries=40)
    await user.should_not_see('number 050')
    await log(club, session, 'one more')
    await user.should_see('one more', retries=40)
    await user.should_not_see('number 050')


async def test_an_embedded_timeline_is_marked_and_found_by_meaning(
    stage: Stage, club: Club, session: SessionView
) -> None:
    for what in ('great save by the keeper', 'throw-in lost', 'yellow card after a late tackle'):
        await log(club, session, what)
    user = await open_tab(stage, club, session)
    await user.should_see('Not embedded', retries=40)
    user.find('Embed Current Timeline').click()
    await user.should_see('the search knows this timeline', retries=600)
    await user.should_not_see('Not embedded', retries=80)

    user.find('Search this session').type('goalkeeper stops a shot')
    user.find(SearchBox).trigger('submit.prevent')
    await user.should_see(HitList, retries=100)
    [hits] = user.find(HitList).elements
    first = next(iter(hits.descendants()))
    assert 'great save by the keeper' in ' '.join(
        label.text for label in first.descendants() if isinstance(label, ui.label)
    )


async def test_a_hit_of_the_club_search_tells_where_it_happened(stage: Stage, club: Club, session: SessionView) -> None:
    log_id = await log(club, session, 'great save by the keeper')
    await log(club, session, 'throw-in lost')
    await club.timeline.embed(session.id)
    await eventually(lambda: is_embedded(club, session))
    opened: list[Hit] = []
    user = await stage.show(lambda: ClubSearch(club, on_open=opened.append).show())
    await user.should_see('What are you looking for?')
    user.find('Ask your timelines').type('goalkeeper stops a shot')
    user.find(SearchBox).trigger('submit.prevent')
    await user.should_see('great save by the keeper', retries=100)
    await user.should_see('Derby')
    [hits] = user.find(HitList).elements
    button = next(element for element in hits.descendants() if element.tag == 'button')
    UserInteraction(user, {button}, None).click()
    assert [hit.id for hit in opened] == [log_id]


async def is_embedded(club: Club, session: SessionView) -> bool:
    progress = await club.timeline.progress(session.id)
    return progress is not None and not progress.running

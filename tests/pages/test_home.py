from tests.pages.people import Portal, Tablet


async def test_the_very_first_visit_founds_a_club_or_loads_the_demo(stranger: Tablet) -> None:
    await stranger.open('/')
    await stranger.should_see('Found your club')
    await stranger.should_see('Load the demo club')
    await stranger.should_not_see('Sign in')


async def test_later_visits_ask_who_it_is(portal: Portal, stranger: Tablet) -> None:
    await stranger.open('/')
    await stranger.should_see('Sign in')
    await stranger.should_not_see('Found your club')


async def test_a_wrong_password_is_answered_with_a_sentence(portal: Portal, stranger: Tablet) -> None:
    await stranger.open('/?problem=wrong_credentials')
    await stranger.should_see('This email and password do not match.')


async def test_whoever_is_signed_in_sees_their_clubs_and_teams(portal: Portal, owner: Tablet) -> None:
    await owner.open('/')
    await owner.should_see('Hello, Olga')
    await owner.should_see('FC Lakeside')
    await owner.should_see('U17')

"""Signing in and out with plain forms, and the first run."""

from dataclasses import replace
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from api.auth import local
from app import Deployment
from data.demo import OWNER_EMAIL
from data.first_run import FirstRun
from tests import PASSWORD
from tests.api.conftest import ACTIONS, Place, Site, site_of
from tests.small_demo import small_demo

FOUNDING = {
    'club': 'SC Sideline',
    'slug': 'sideline',
    'team': 'First team',
    'email': 'olga@sideline.example',
    'name': 'Olga',
    'password': PASSWORD,
}


def problem_in(answer: httpx.Response) -> dict[str, str]:
    """What the home page is told."""
    assert answer.status_code == 303
    parts = urlsplit(answer.headers['location'])
    assert parts.path == '/'
    return {name: values[0] for name, values in parse_qs(parts.query).items()}


async def sign_in(client: httpx.AsyncClient, password: str = PASSWORD, **more: str) -> httpx.Response:
    form = {'email': 'coach@lions.example', 'password': password} | more
    return await client.post('/auth/sign-in', data=form)


async def test_a_coach_signs_in_and_out(site: Site, lions: Place) -> None:
    async with site.browser() as browser:
        answer = await sign_in(browser, next='/portal/lions')
        assert (answer.status_code, answer.headers['location']) == (303, '/portal/lions')
        assert (await browser.get(f'{ACTIONS}/sessions/{lions.session_id}')).status_code == 200
        key = browser.cookies['sideline_login']
        assert (await browser.post('/auth/sign-out')).headers['location'] == '/'
        assert 'sideline_login' not in browser.cookies
    async with site.browser(cookie=f'sideline_login={key}') as thief:
        assert (await thief.get(f'{ACTIONS}/sessions/{lions.session_id}')).status_code == 401


async def test_the_login_cookie_is_hidden_from_scripts_and_other_websites(site: Site, lions: Place) -> None:
    for scheme in ('http', 'https'):
        async with site.browser() as browser:
            form = {'email': 'coach@lions.example', 'password': PASSWORD}
            answer = await browser.post(f'{scheme}://pitch/auth/sign-in', data=form)
            cookie = SimpleCookie(answer.headers['set-cookie'])['sideline_login']
        assert (cookie['httponly'], cookie['samesite'], cookie['path']) == (True, 'lax', '/')
        assert bool(cookie['secure']) == (scheme == 'https')


async def test_each_sign_in_gives_a_new_key_and_ends_the_old_one(site: Site, lions: Place) -> None:
    async with site.browser() as browser:
        await sign_in(browser)
        first = browser.cookies['sideline_login']
        await sign_in(browser)
        assert browser.cookies['sideline_login'] != first
    assert await site.house.accounts.user_of_login(first) is None


async def test_a_wrong_password_and_an_unknown_user_are_told_the_same(site: Site, lions: Place) -> None:
    async with site.browser() as browser:
        wrong = await sign_in(browser, password='wrong horse', next='/portal/lions')
        unknown = await sign_in(browser, email='nobody@lions.example', next='/portal/lions')
    assert problem_in(wrong) == problem_in(unknown) == {'problem': 'wrong_credentials', 'next': '/portal/lions'}


async def test_who_guesses_must_wait(site: Site, lions: Place) -> None:
    async with site.browser() as browser:
        answers = [problem_in(await sign_in(browser, password=f'guess {number}')) for number in range(7)]
        assert answers[-1]['problem'] == 'wait'
        assert int(answers[-1]['seconds']) >= 1
        assert problem_in(await sign_in(browser))['problem'] == 'wait'


@pytest.mark.parametrize('body', [b'', b'email=a', b'email=%ff%fe&password=%00', b'\xff=\xff', b'a=b&' * 100])
async def test_a_form_that_is_no_form_is_sent_back(site: Site, lions: Place, body: bytes) -> None:
    headers = {'content-type': 'application/x-www-form-urlencoded'}
    async with site.browser() as browser:
        answer = await browser.post('/auth/sign-in', content=body, headers=headers)
    assert problem_in(answer)['problem'] in ('invalid', 'wrong_credentials')


async def test_another_website_cannot_sign_somebody_in(site: Site, lions: Place) -> None:
    async with site.browser(origin='http://evil.example') as browser:
        answer = await sign_in(browser)
    assert answer.status_code == 403
    assert 'set-cookie' not in answer.headers


@pytest.mark.parametrize(
    ('path', 'leads_to'),
    [
        ('/portal/lions', '/portal/lions'),
        ('/portal/lions?q=a&b=c#d', '/portal/lions?q=a&b=c#d'),
        ('//evil.example', '/'),
        ('/\\evil.example', '/'),
        ('/\t/evil.example', '/'),
        ('https://evil.example', '/'),
        ('javascript:alert(1)', '/'),
        ('/portal\r\nset-cookie: a=b', '/'),
        ('', '/'),
    ],
)
def test_the_next_page_is_always_one_of_ours(path: str, leads_to: str) -> None:
    assert local(path) == leads_to


async def test_the_first_run_founds_the_club_and_signs_its_owner_in(empty_site: Site) -> None:
    token = empty_site.house.first_run.token
    async with empty_site.browser() as browser:
        answer = await browser.post('/auth/first-run', data=FOUNDING | {'token': token})
        assert (answer.status_code, answer.headers['location']) == (303, '/')
        teams = await browser.get(f'{ACTIONS}/teams', params={'organizationSlug': 'sideline'})
        assert [team['name'] for team in teams.json()['items']] == ['First team']
        again = await browser.post('/auth/first-run', data=FOUNDING | {'token': token, 'slug': 'other'})
        assert problem_in(again)['problem'] == 'set_up_already'


async def test_the_first_run_loads_the_demo_club(house: Deployment) -> None:
    said: list[str] = []
    first_run = FirstRun(
        clubs=house.clubs,
        accounts=house.accounts,
        demo=small_demo(house),
        embedding=house.embedding,
        announce=said.append,
    )
    token = first_run.token
    async with site_of(replace(house, first_run=first_run)).browser() as browser:
        assert problem_in(await browser.post('/auth/first-run', data={'token': 'guess', 'demo': '1'})) == {
            'problem': 'wrong_token'
        }
        await browser.post('/auth/first-run', data={'token': token, 'demo': '1'})
        assert (await browser.get(f'{ACTIONS}/teams', params={'organizationSlug': 'demo'})).status_code == 200
        assert f'Sign in as {OWNER_EMAIL} with the password' in said[0]


@pytest.mark.parametrize(
    ('change', 'problem'),
    [
        ({'token': 'guess'}, 'wrong_token'),
        ({'slug': 'No Slug'}, 'invalid'),
        ({'password': 'short'}, 'invalid'),
        ({'email': 'olga'}, 'invalid'),
        ({'club': ''}, 'invalid'),
    ],
)
async def test_a_first_run_that_cannot_be_changes_nothing(
    empty_site: Site, change: dict[str, str], problem: str
) -> None:
    form = FOUNDING | {'token': empty_site.house.first_run.token} | change
    async with empty_site.browser() as browser:
        answer = await browser.post('/auth/first-run', data=form)
    assert problem_in(answer)['problem'] == problem
    assert await empty_site.house.first_run.needed()

"""What the guard lets in and what it refuses, before anybody else sees it."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI, Request, WebSocket

from api.guard import BODY_LIMIT_BYTES, LOG_LIMIT_BYTES, Guard
from components.words import language

PITCH = 'http://pitch'


@pytest.fixture
async def browser() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    app.add_middleware(Guard)

    @app.api_route('/echo', methods=['GET', 'POST'])
    @app.post('/sessions/1/logs/create')
    async def echo(request: Request) -> dict[str, object]:
        return {'bytes': len(await request.body()), 'language': language()}

    @app.get('/_nicegui_ws/socket.io/')
    async def poll() -> str:
        return 'a message'

    @app.websocket('/socket')
    async def socket(websocket: WebSocket) -> None:
        await websocket.accept()

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=PITCH) as client:
        yield client


@pytest.mark.parametrize(
    'headers',
    [
        {'origin': 'http://evil.example'},
        {'origin': 'null'},
        {'origin': 'http://pitch.evil.example'},
        {'origin': 'http://pitch:8081'},
        {'origin': 'http://[broken'},
        {'origin': 'http://evil.example', 'sec-fetch-site': 'same-origin'},
        {'sec-fetch-site': 'cross-site'},
        {'sec-fetch-site': 'same-site'},
        {'referer': 'http://evil.example/pitch'},
    ],
)
async def test_another_website_cannot_post_with_the_cookie_of_a_browser(
    browser: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    answer = await browser.post('/echo', headers=headers)
    assert answer.status_code == 403
    assert answer.headers['content-type'] == 'application/problem+json'


@pytest.mark.parametrize(
    'headers',
    [
        {'origin': 'http://pitch'},
        {'origin': 'HTTP://PITCH'},
        {'sec-fetch-site': 'same-origin'},
        {'sec-fetch-site': 'none'},
        {'referer': 'http://pitch/portal/lions'},
        {},
        {'origin': 'http://evil.example', 'authorization': 'Bearer abc'},
    ],
)
async def test_sideline_itself_and_programs_may_post(browser: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert (await browser.post('/echo', headers=headers)).status_code == 200


async def test_a_password_that_a_browser_sends_on_its_own_does_not_count_as_a_program(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.post('/echo', headers={'origin': 'http://evil.example', 'authorization': 'Basic YTpi'})
    assert answer.status_code == 403


async def test_reading_may_come_from_a_link_on_another_website(browser: httpx.AsyncClient) -> None:
    assert (await browser.get('/echo', headers={'referer': 'http://evil.example'})).status_code == 200


async def test_another_website_cannot_poll_the_socket_of_a_page(browser: httpx.AsyncClient) -> None:
    answer = await browser.get('/_nicegui_ws/socket.io/', headers={'origin': 'http://evil.example'})
    assert answer.status_code == 403


async def test_a_body_that_announces_too_much_is_refused_unread(browser: httpx.AsyncClient) -> None:
    answer = await browser.post('/echo', content=b'x' * (BODY_LIMIT_BYTES + 1))
    assert answer.status_code == 413
    assert answer.json()['status'] == 413


async def test_a_body_that_grows_too_large_piece_by_piece_is_refused(browser: httpx.AsyncClient) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b'x' * 65536

    assert (await browser.post('/echo', content=pieces())).status_code == 413


async def test_a_body_that_announces_less_than_it_sends_is_refused(browser: httpx.AsyncClient) -> None:
    answer = await browser.post('/echo', content=b'x' * (BODY_LIMIT_BYTES + 1), headers={'content-length': '10'})
    assert answer.status_code == 413


async def test_a_log_may_be_less_large_than_other_bodies(browser: httpx.AsyncClient) -> None:
    body = b'x' * (LOG_LIMIT_BYTES + 1)
    assert (await browser.post('/echo', content=body)).status_code == 200
    assert (await browser.post('/sessions/1/logs/create', content=body)).status_code == 413


async def test_every_answer_carries_the_security_headers(browser: httpx.AsyncClient) -> None:
    for answer in (await browser.get('/echo'), await browser.get('/nowhere')):
        policy = answer.headers['content-security-policy']
        assert all(rule in policy for rule in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"))
        assert answer.headers['x-content-type-options'] == 'nosniff'
        assert answer.headers['referrer-policy'] == 'same-origin'
        assert 'camera=(self)' in answer.headers['permissions-policy']


async def test_the_reader_is_answered_in_their_language(browser: httpx.AsyncClient) -> None:
    answer = await browser.get('/echo', headers={'accept-language': 'de-CH, en;q=0.5'})
    assert answer.json()['language'] == 'de'

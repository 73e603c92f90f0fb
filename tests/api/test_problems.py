"""Every error is a calm problem document."""

import logging

import httpx
import pytest
from fastapi import FastAPI

from api.problems import OUR_FAULT, answer_with_problems
from models.errors import TooManyTries


@pytest.fixture
def door() -> FastAPI:
    door = FastAPI()
    answer_with_problems(door)

    @door.get('/bug')
    async def bug() -> None:
        raise RuntimeError('the reason')

    @door.get('/patience')
    async def patience() -> None:
        raise TooManyTries('Wait {retry_after_s} seconds.', retry_after_s=7)

    return door


async def ask(door: FastAPI, method: str, path: str) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(door), base_url='http://pitch') as client:
        return await client.request(method, path)


async def test_a_bug_is_logged_once_and_answered_calmly(door: FastAPI, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answer = await ask(door, 'GET', '/bug')
    assert (answer.status_code, answer.json()['detail']) == (500, OUR_FAULT)
    assert 'the reason' not in answer.text
    assert len(caplog.records) == 1
    assert 'the reason' in caplog.text


async def test_whoever_must_wait_is_told_how_long(door: FastAPI) -> None:
    answer = await ask(door, 'GET', '/patience')
    assert (answer.status_code, answer.headers['retry-after']) == (429, '7')
    assert answer.json()['detail'] == 'Wait 7 seconds.'
    assert answer.json()['type'] == 'urn:sideline:problem:too-many-tries'


@pytest.mark.parametrize(('method', 'path', 'status'), [('GET', '/nowhere', 404), ('POST', '/bug', 405)])
async def test_what_is_not_there_is_a_problem_too(door: FastAPI, method: str, path: str, status: int) -> None:
    answer = await ask(door, method, path)
    assert answer.status_code == answer.json()['status'] == status
    assert answer.headers['content-type'] == 'application/problem+json'

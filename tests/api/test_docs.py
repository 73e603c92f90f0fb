"""The documentation of the door is true, complete, and needs no other server."""

import re

from tests.api.conftest import ACTIONS, Site

DESIGNED = """
GET /sessions
POST /sessions
GET /sessions/{session_id}
POST /sessions/{session_id}/start
POST /sessions/{session_id}/end
POST /sessions/{session_id}/delete
GET /sessions/{session_id}/logs
POST /sessions/{session_id}/logs/create
GET /sessions/{session_id}/logs/{log_id}
POST /sessions/{session_id}/logs/{log_id}/update
POST /sessions/{session_id}/logs/{log_id}/delete
GET /sessions/{session_id}/clips
POST /sessions/{session_id}/clips/create
GET /sessions/{session_id}/clips/{clip_id}
POST /sessions/{session_id}/clips/{clip_id}/delete
GET /sessions/{session_id}/timeline
POST /sessions/{session_id}/timeline/embed
GET /session-forms
POST /session-forms
GET /session-forms/{form_id}
POST /session-forms/{form_id}/update
POST /session-forms/{form_id}/delete
GET /search
GET /teams
GET /cameras
POST /cameras/{camera_id}/start
POST /cameras/{camera_id}/stop
GET /session-forms/{form_id}/export.json
GET /session-forms/{form_id}/export.xlsx
GET /session-forms/{form_id}/versions
GET /session-forms/{form_id}/versions/{version}
GET /sessions/{session_id}/game
GET /sessions/{session_id}/logs/export.csv
GET /sessions/{session_id}/logs/export.xlsx
GET /teams/{team_id}/players
POST /session-forms/import
POST /session-forms/{form_id}/archive
POST /session-forms/{form_id}/restore
POST /session-forms/{form_id}/unarchive
POST /session-forms/{form_id}/versions/{version}/restore
POST /sessions/{session_id}/form-version
POST /sessions/{session_id}/game/create
POST /sessions/{session_id}/game/{event_id}/delete
POST /sessions/{session_id}/game/{event_id}/restore
POST /sessions/{session_id}/logs/{log_id}/restore
POST /teams/{team_id}/players
POST /teams/{team_id}/players/{player_id}/delete
POST /teams/{team_id}/players/{player_id}/update
"""


async def test_the_documents_show_the_rest_paths_and_nothing_else(site: Site) -> None:
    async with site.browser() as browser:
        document = (await browser.get('/openapi.json')).json()
    shown = {f'{method.upper()} {path}' for path, methods in document['paths'].items() for method in methods}
    designed = {line.replace(' ', f' {ACTIONS}', 1) for line in DESIGNED.split('\n') if line}
    assert shown == designed


async def test_every_path_says_what_it_does_and_how_it_fails(site: Site) -> None:
    async with site.browser() as browser:
        document = (await browser.get('/openapi.json')).json()
    for path, methods in document['paths'].items():
        for operation in methods.values():
            assert operation['summary'], path
            assert operation['description'], path
            assert 'application/problem+json' in operation['responses']['422']['content']
    assert set(document['components']['securitySchemes']) == {'bearer', 'cookie'}
    assert 'HTTPValidationError' not in document['components']['schemas']


async def test_the_docs_page_needs_no_other_server(site: Site) -> None:
    async with site.browser() as browser:
        page = (await browser.get('/docs')).text
        assert '://' not in ''.join(re.findall(r'(?:src|href|url)\s*[:=]\s*["\']([^"\']*)', page))
        for file in ('swagger-ui-bundle.js', 'swagger-ui.css'):
            assert (await browser.get(f'/docs/files/{file}')).status_code == 200


async def test_healthz_needs_no_login_and_says_nothing_else(site: Site) -> None:
    async with site.browser() as browser:
        answer = await browser.get('/healthz')
    assert (answer.status_code, answer.json()) == (200, {'status': 'ok'})

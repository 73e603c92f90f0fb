"""The modules of the browser: one URL each, never stale, and of one mind with Python."""

import os
import shutil
from collections import Counter
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Page

from components.browser import FOLDER, fingerprint
from components.fields import type_of
from components.fields.asking import Asking
from components.form_sheet import rules_of
from models.form import FormField
from tests.components.asking_cases import CASES, Case
from tests.components.outbox_site import Site
from tests.models.condition_cases import CASES as CONDITIONS


def test_a_changed_module_has_another_url_and_an_untouched_one_the_same(tmp_path: Path) -> None:
    copy = shutil.copytree(FOLDER, tmp_path / 'browser')
    os.utime(copy / 'outbox.js', (1, 1))
    assert fingerprint(copy) == fingerprint()
    (copy / 'outbox.js').write_text((copy / 'outbox.js').read_text() + ' ')
    assert fingerprint(copy) != fingerprint()


async def test_every_module_is_loaded_once_and_kept_by_the_browser(site: Site, browser_page: Page) -> None:
    await browser_page.goto(site.url)
    await browser_page.evaluate("Promise.all([import('sideline/outbox.js'), import('sideline/asking.js')])")
    urls: list[str] = await browser_page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    folder = next(url for url in urls if url.endswith('/sender.js')).removesuffix('sender.js')
    modules = Counter(url.removeprefix(folder) for url in urls if url.startswith(folder))
    assert {'outbox.js', 'queue.js', 'sender.js', 'clock.js', 'asking.js', 'conditions.js'} <= set(modules)
    assert set(modules.values()) == {1}
    assert not [url for url in urls if url.endswith('/queue.js') and not url.startswith(folder)]
    async with httpx.AsyncClient() as http:
        answer = await http.get(folder + 'outbox.js')
    assert 'immutable' in answer.headers['cache-control']


async def test_conditions_hold_in_the_browser_as_the_table_says(site: Site, browser_page: Page) -> None:
    await browser_page.goto(site.url)
    outcomes = await browser_page.evaluate(
        """async (cases) => {
            const { holds } = await import('sideline/conditions.js');
            return cases.map(([condition, answers]) => holds(condition, answers));
        }""",
        [[case.condition, case.answers] for case in CONDITIONS],
    )
    wrong = [case for case, outcome in zip(CONDITIONS, outcomes, strict=True) if outcome is not case.expected]
    assert not wrong


@pytest.mark.parametrize('case', CASES)
def test_a_form_asks_as_the_table_says(case: Case) -> None:
    fields = [FormField.model_validate(field) for field in case.fields]
    asking = Asking(fields, case.answers)
    missing = [
        field.key
        for field in asking.asked
        if asking.must_be_answered(field) and type_of(field).is_blank(case.answers.get(field.key))
    ]
    assert ([field.key for field in asking.shown], missing) == (case.shown, case.missing)


async def test_a_form_asks_in_the_browser_as_the_table_says(site: Site, browser_page: Page) -> None:
    await browser_page.goto(site.url)
    given = [[[rules_of(FormField.model_validate(field)) for field in case.fields], case.answers] for case in CASES]
    outcomes = await browser_page.evaluate(
        """async (cases) => {
            const { Asking } = await import('sideline/asking.js');
            const keys = (fields) => fields.map((field) => field.key);
            return cases.map(([fields, answers]) => {
                const asking = new Asking(fields, answers);
                return [keys(asking.shown), keys(asking.missing)];
            });
        }""",
        given,
    )
    wrong = [case for case, outcome in zip(CASES, outcomes, strict=True) if outcome != [case.shown, case.missing]]
    assert not wrong

"""A ready form reads as if it had been written in the language of whoever starts from it."""

import pytest

from components.fields import describe, describe_for_index
from components.forms.spoken_draft import spoken_draft
from components.words import speaking
from data.ready_forms import ReadyForm, ready_forms
from models.form import FormDraft

ALL = pytest.mark.parametrize('ready', ready_forms(), ids=lambda ready: ready.name)


@ALL
def test_a_german_coach_builds_on_german_words_and_the_english_ones_stay_beside_them(ready: ReadyForm) -> None:
    with speaking('de'):
        german = spoken_draft(ready.draft, written_in='English (en)')
    assert german == FormDraft.model_validate(german.model_dump())
    assert [field.label for field in german.fields] == [f.labels['Deutsch (de)'] for f in ready.draft.fields]
    assert [field.labels['English (en)'] for field in german.fields] == [field.label for field in ready.draft.fields]
    with speaking('en'):
        assert spoken_draft(german, written_in='Deutsch (de)') == ready.draft


def test_the_index_keeps_to_the_words_that_the_form_itself_has() -> None:
    with speaking('de'):
        event = spoken_draft(ready_forms()[0].draft, written_in='English (en)').fields[1]
    with speaking('en'):
        assert (describe(event, 'goal'), describe_for_index(event, 'goal')) == ('Goal', 'Tor')


@ALL
def test_a_language_that_a_form_lacks_leaves_it_as_it_is(ready: ReadyForm) -> None:
    with speaking('fr'):
        assert spoken_draft(ready.draft, written_in='English (en)') == ready.draft

from itertools import product

import pytest

from components.theme import DARK, LIGHT, SUNLIGHT, Roles, contrast, ink_on, tone

TEXT_ON_GROUND = [
    *product(('ink', 'muted'), ('surface', 'raised', 'sunken', 'tint')),
    *product(('accent', 'live', 'danger', 'warn', 'good'), ('surface', 'raised')),
    ('accent', 'tint'),
    ('good', 'tint'),
    ('warn', 'sunken'),
    ('danger', 'sunken'),
    ('on_accent', 'accent'),
    ('on_live', 'live'),
    ('on_danger', 'danger'),
]


@pytest.mark.parametrize('roles', [LIGHT, DARK, SUNLIGHT], ids=['light', 'dark', 'sunlight'])
def test_every_text_can_be_read_on_every_ground_it_stands_on(roles: Roles) -> None:
    least = 7.0 if roles is SUNLIGHT else 4.5
    ratios = {pair: contrast(getattr(roles, pair[0]), getattr(roles, pair[1])) for pair in TEXT_ON_GROUND}
    ratios |= {('on_tone', color): contrast(roles.on_tone, color) for color in roles.tones}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}


def test_a_name_has_the_same_colour_everywhere() -> None:
    assert tone('Anna') == tone('Anna')


@pytest.mark.parametrize(('color', 'ink'), [('#ffcc00', '#000000'), ('#0b5d45', '#ffffff'), ('#000000', '#ffffff')])
def test_text_on_a_colour_of_the_clubs_own_can_be_read(color: str, ink: str) -> None:
    assert ink_on(color) == ink

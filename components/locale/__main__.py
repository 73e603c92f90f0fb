"""`python -m components.locale`: bring every catalogue up to date and say what is still missing in it."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from components.locale.extraction import all_words

WIDTH = 110


def update(path: Path, words: Catalog) -> list[str]:
    """Add what is new, drop what nobody says any more; gives back the messages that have no translation yet."""
    with path.open('rb') as file:
        catalogue = read_po(file, locale=path.stem)
    catalogue.update(words, no_fuzzy_matching=True, update_creation_date=False)
    with path.open('wb') as file:
        write_po(file, catalogue, width=WIDTH, ignore_obsolete=True, sort_output=True, include_lineno=False)
    return [str(message.id) for message in catalogue if message.id and not message.string]


if __name__ == '__main__':
    words = all_words()
    for path in sorted(Path(__file__).parent.glob('*.po')):
        missing = update(path, words)
        sys.stdout.write(f'{path.name}: {len(words)} messages, {len(missing)} without a translation\n')
        sys.stdout.writelines(f'  {message}\n' for message in missing)

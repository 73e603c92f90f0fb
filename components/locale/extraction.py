"""Finds every word that a person may see, so that no catalogue can miss one.

Three kinds of strings are shown, and each is found where it is written:

* what stands in `_('…')`, or in `later('…')`;
* the sentences of errors, and whatever else reads like a sentence in models, data, vision and REST: what is wrong with a
  camera, a clip, an answer. These layers know no language; `say()` and `say_again()` translate at show time;
* the names that classes give themselves: `label` of a field type, `help` of a behaviour, `title` of an error.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from models.errors import SidelineError

ROOT = Path(__file__).parents[2]
ASKING = ('components', 'pages')
TELLING = ('models', 'data', 'vision', 'api')
ENGLISH_ONLY = {
    'api/docs.py', 'data/backup.py', 'data/doctor.py', 'data/doctor_data.py', 'data/restore.py',
    'data/migrations/versions/0002_panels_games_and_spans.py',
}  # fmt: skip
"""Read by programmers, and on the console by whoever runs the server."""
ERRORS = {SidelineError.__name__, *(kind.__name__ for kind in SidelineError.__subclasses__())}
NAMES = {'label', 'title', 'help'}
SENTENCE = re.compile(r'[A-Z{“].* .*[.?!…]', re.DOTALL)


def all_words() -> Catalog:
    """Everything that can be said, each with the files that say it."""
    words = Catalog(project='Sideline')
    for path in sorted(path for layer in (*ASKING, *TELLING) for path in (ROOT / layer).rglob('*.py')):
        file = path.relative_to(ROOT).as_posix()
        if file not in ENGLISH_ONLY:
            for word in words_in(path.read_text(encoding='utf-8'), is_telling=file.startswith(TELLING)):
                words.add(word, locations=[(file, 1)])
    return words


def words_in(source: str, *, is_telling: bool) -> Iterator[str]:
    """The visible words of one file; in a file that `is_telling`, plain sentences count as well."""
    tree = ast.parse(source)
    unseen = set(_unseen(tree))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id='_' | 'later'), args=[message, *_]):
                yield from _texts(message)
            case ast.Call(func=ast.Name(id=name), args=[sentence, *_]) if name in ERRORS:
                yield from _texts(sentence)
            case ast.ClassDef():
                yield from _own_names(node)
            case ast.Constant(value=str(text)) if is_telling and node not in unseen and SENTENCE.fullmatch(text):
                yield text


def _texts(node: ast.expr) -> Iterator[str]:
    """The text that an expression is, or the two between which it chooses."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from _texts(node.body)
            yield from _texts(node.orelse)


def _own_names(node: ast.ClassDef) -> Iterator[str]:
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in NAMES:
                yield from _texts(value)


def _unseen(tree: ast.Module) -> Iterator[ast.expr]:
    """Docstrings and comments in strings, the log of the server, and the pieces of f-strings."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as docstring):
                yield docstring
            case ast.Call(func=ast.Attribute(value=ast.Name(id='log'))):
                yield from node.args
            case ast.keyword(arg='description', value=value):
                yield value
            case ast.Dict(keys=[*_, ast.Constant(value='description')], values=[*_, value]):
                yield value
            case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value='description'))], value=value):
                yield value
            case ast.Assign(targets=[ast.Name(id='DESCRIPTIONS')], value=ast.Dict(values=descriptions)):
                yield from descriptions
            case ast.JoinedStr():
                yield from node.values

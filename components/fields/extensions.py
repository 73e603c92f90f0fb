"""Field types from outside: each Python file in a folder is imported once, when Sideline starts."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


def load_extensions(folder: Path) -> list[str]:
    """Import `*.py` of a folder in order of name and say which; a missing folder is an empty one.

    An extension that cannot be imported stops the start with its traceback, not a coach on a match day.
    """
    names = []
    for path in sorted(folder.glob('*.py')):
        name = f'sideline_extension_{path.stem}'
        names.append(name)
        if name in sys.modules:
            continue
        spec = spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = module = module_from_spec(spec)
        spec.loader.exec_module(module)
    return names

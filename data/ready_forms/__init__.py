"""Forms to start from: a JSON file per sport or purpose in this folder, in English and German."""

from pathlib import Path

from pydantic import Field as Limit

from models.base import Document
from models.form import FormDraft

FOLDER = Path(__file__).parent
ORDER = ('football_match', 'basketball_game', 'training_drill', 'injury_note', 'scouting')


class ReadyForm(Document):
    """A form to start from; `names` and `descriptions` say it in other languages, like `labels` of a field."""

    icon: str
    description: str
    names: dict[str, str] = Limit(default_factory=dict)
    descriptions: dict[str, str] = Limit(default_factory=dict)
    draft: FormDraft = Limit(alias='form')

    @property
    def name(self) -> str:
        """What the form is called, in English."""
        return self.draft.name


def ready_forms() -> list[ReadyForm]:
    """All of them: those that every club needs first, then any other file in alphabetical order."""
    files = sorted(FOLDER.glob('*.json'), key=lambda file: (_place(file), file.stem))
    return [ReadyForm.model_validate_json(file.read_text(encoding='utf-8')) for file in files]


def _place(file: Path) -> int:
    return ORDER.index(file.stem) if file.stem in ORDER else len(ORDER)

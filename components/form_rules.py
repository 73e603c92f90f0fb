"""What the field types and the behaviours of buttons say of a form, for the stores."""

from components import fields, panel
from models.form import FormContent
from models.form_rules import FormRules


def form_rules() -> FormRules:
    """The rules by all field types and behaviours that are registered, also later on."""
    return FormRules(
        find_problems=fields.find_problems,
        find_design_problems=_find_design_problems,
        describe=fields.describe_for_index,
        is_question=fields.is_question,
        know_players=fields.know_players,
        makes_span=panel.makes_span,
    )


def _find_design_problems(content: FormContent) -> dict[str, str]:
    return panel.find_panel_problems(content) | fields.find_design_problems(content)

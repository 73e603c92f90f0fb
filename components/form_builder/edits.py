"""What a tap in the builder does to a form: pure functions from one design to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from components.fields import FieldDraft, types
from components.fields.draft import key_from
from components.form_builder.design import Design, new_key, sketch, with_keys
from components.form_builder.outline import arranged, family, parents_of, placed, stepped
from models.form import FormField, Option

EVERY_TYPE_HAS = ('key', 'label', 'hint', 'labels', 'hints', 'section', 'visible_if', 'required', 'required_if')


def added(design: Design, type_name: str, *, after: str | None = None) -> tuple[Design, str]:
    """The design with a new, empty field after another or at the end, and the key of the new one."""
    draft = FieldDraft(type_name, key=new_key(design.keys))
    return replace(design, fields=placed(design.fields, sketch(draft), after=after)), draft.key


def duplicated(design: Design, key: str) -> tuple[Design, str]:
    """The design with a copy of a field, or of a section with all its fields, behind it; and the copy's key."""
    originals = family(design.fields, key)
    names = {field.key: new_key(design.keys) for field in originals}
    copies = [with_keys(field, names) for field in originals]
    copies[0] = copies[0].model_copy(update={'section': originals[0].section})
    at = design.keys.index(originals[-1].key) + 1
    fields = (*design.fields[:at], *copies, *design.fields[at:])
    return replace(design, fields=fields), names[key]


def removed(design: Design, key: str) -> Design:
    """The design without a field; what was in a removed section stays, one level higher."""
    up = parents_of(design.fields)[key]
    fields = (
        field.model_copy(update={'section': up}) if field.section == key else field
        for field in design.fields
        if field.key != key
    )
    return replace(design, fields=tuple(fields))


def retyped(design: Design, key: str, type_name: str) -> Design:
    """The design with a field asked in another way; options stay where the new way cannot do without."""
    before = design.field(key)
    if before is None or type_name not in types() or type_name == before.type:
        return design
    draft = FieldDraft(type_name, **{name: getattr(before, name) for name in EVERY_TYPE_HAS})
    if types()[type_name].design_problem(sketch(draft)):
        draft.options = FieldDraft.of(before).options
    return design.with_field(sketch(draft))


def edited(design: Design, field: FormField) -> Design:
    """The design with a changed field; who compares it with an option that is called otherwise now follows."""
    before = design.field(field.key)
    values = _renamed_options(before.options, field.options) if before else {}
    changed = design.with_field(field)
    return changed.with_answers(field.key, values) if values else changed


def with_option_values(design: Design, saved: Sequence[FormField]) -> Design:
    """The design whose new options have the values under which they were saved, whatever they are called later."""
    values = {field.key: {option.label: option.value for option in field.options} for field in saved}
    for field in design.fields:
        known = values.get(field.key, {})
        if any(not option.value and option.label.strip() in known for option in field.options):
            options = [_valued(option, known) for option in field.options]
            design = design.with_field(field.model_copy(update={'options': options}))
    return design


def brought_back(design: Design, before: Design, key: str) -> Design:
    """The design with a field that was removed from `before`, where it was; a section gets its fields again."""
    lost = before.field(key)
    if lost is None or design.field(key):
        return design
    inside = {field.key for field in before.fields if field.section == key}
    fields = [field.model_copy(update={'section': key}) if field.key in inside else field for field in design.fields]
    earlier = before.keys[: before.keys.index(key)]
    at = max((index + 1 for index, field in enumerate(fields) if field.key in earlier), default=0)
    return replace(design, fields=(*fields[:at], lost, *fields[at:]))


def moved(design: Design, key: str, step: int) -> Design:
    """The design after a field or section went a line up (-1) or down (+1)."""
    return replace(design, fields=stepped(design.fields, key, step))


def rearranged(design: Design, places: list[tuple[str, str | None]]) -> Design:
    """The design in the order of `places`, each (key, key of its section)."""
    return replace(design, fields=arranged(design.fields, places))


def put_into(design: Design, key: str, section: str | None) -> Design:
    """The design after a field went to the end of a section, or behind the one it was in."""
    moving = family(design.fields, key)
    keys = {field.key for field in moving}
    rest = [field for field in design.fields if field.key not in keys]
    left = parents_of(design.fields)[key]
    anchor = section or _outermost(design, left)
    at = rest.index(family(rest, anchor)[-1]) + 1 if anchor else len(rest)
    head = moving[0].model_copy(update={'section': section})
    return replace(design, fields=(*rest[:at], head, *moving[1:], *rest[at:]))


def settled_names(design: Design, *, settled: frozenset[str], taken: frozenset[str]) -> Mapping[str, str]:
    """The real keys of the fields that were never saved, made from their labels."""
    names: dict[str, str] = {}
    for field in design.fields:
        if field.key not in settled:
            names[field.key] = key_from(_name_of(field), taken=taken | set(names.values()))
    return names


def _name_of(field: FormField) -> str:
    kind = types().get(field.type)
    return field.label.strip() or (kind.label if kind else field.type)


def _outermost(design: Design, section: str | None) -> str | None:
    parents = parents_of(design.fields)
    while section is not None and parents[section] is not None:
        section = parents[section]
    return section


def _renamed_options(before: Sequence[Option], after: Sequence[Option]) -> dict[str, str]:
    """What options that were never saved are worth now: their labels; by what they were worth before."""
    if len(before) != len(after):
        return {}
    pairs = [(old.label.strip(), new.label.strip()) for old, new in zip(before, after, strict=True) if not new.value]
    renamed = [(old, new) for old, new in pairs if old != new]
    is_reordered = {old for old, _new in renamed} & {new for _old, new in renamed}
    return {} if is_reordered else dict(renamed)


def _valued(option: Option, known: Mapping[str, str]) -> Option:
    value = option.value or known.get(option.label.strip(), '')
    return option.model_copy(update={'value': value})

"""`relevant` and `required` ↔ conditions."""

from pydantic import JsonValue, TypeAdapter, ValidationError

from data.xlsform import kinds
from data.xlsform.expression import Token, Unsayable, chain, literal, parsed, quoted, reference, unwrapped
from data.xlsform.terms import Term, Terms
from models.condition import AllOf, AnyCondition, AnyOf, Comparison, Condition, Not, Operator

OPERATORS = {
    '=': Operator.EQUALS,
    '!=': Operator.DIFFERS,
    '>': Operator.ABOVE,
    '>=': Operator.AT_LEAST,
    '<': Operator.BELOW,
    '<=': Operator.AT_MOST,
}
SYMBOLS = {operator: symbol for symbol, operator in OPERATORS.items()}
TURNED = {'>': '<', '>=': '<=', '<': '>', '<=': '>=', '=': '=', '!=': '!='}
COUNTING = {'string-length', 'count-selected'}
SEARCHING = {'selected', 'contains'}
COUNTS = {('>', 0), ('>=', 1), ('!=', 0)}, {('=', 0), ('<', 1), ('<=', 0)}
"""What is said of the length of an answer that is there, and of one that is not."""

_condition: TypeAdapter[AnyCondition] = TypeAdapter(Condition)


def condition_of(text: str, terms: Terms) -> AnyCondition:
    """The condition that an expression says; Unsayable when it says more than conditions can."""
    try:
        return _condition.validate_python(_read(parsed(text), terms))
    except ValidationError as error:
        raise Unsayable from error


def expression_of(condition: AnyCondition, terms: Terms) -> str:
    """The condition as an expression; Unsayable when XPath has no words for it."""
    match condition:
        case AllOf():
            return ' and '.join(_part(part, terms) for part in condition.all)
        case AnyOf():
            return ' or '.join(_part(part, terms) for part in condition.any)
        case Not():
            return f'not({expression_of(condition.negated, terms)})'
        case Comparison():
            return _comparison(condition, terms[condition.field])


def _part(condition: AnyCondition, terms: Terms) -> str:
    said = expression_of(condition, terms)
    return f'({said})' if isinstance(condition, AllOf | AnyOf) else said


def _comparison(comparison: Comparison, term: Term) -> str:
    name = f'${{{term.name}}}'
    match comparison.op:
        case Operator.ANSWERED:
            return f"{name} != ''"
        case Operator.UNANSWERED:
            return f"{name} = ''"
        case Operator.INCLUDES:
            return _search(term, comparison.value)
        case Operator.EXCLUDES:
            return f'not({_search(term, comparison.value)})'
    return f'{name} {SYMBOLS[comparison.op]} {_value(term, comparison.value)}'


def _search(term: Term, value: object) -> str:
    if not isinstance(value, str):
        raise Unsayable
    return f'{"selected" if term.type in kinds.MANY else "contains"}(${{{term.name}}}, {term.said(value)})'


def _value(term: Term, value: JsonValue) -> str:
    if isinstance(value, list):  # exactly these choices
        return _exactly(term, value)
    return term.said(value)


def _exactly(term: Term, values: list[JsonValue]) -> str:
    if not values or any(value not in term.names for value in values):
        raise Unsayable
    return quoted(' '.join(term.names[str(value)] for value in values))


def _read(token: Token, terms: Terms) -> AnyCondition:
    token = unwrapped(token)
    match token.symbol:
        case 'and':
            return AllOf(all=[_read(part, terms) for part in chain(token, 'and')])
        case 'or':
            return AnyOf(any=[_read(part, terms) for part in chain(token, 'or')])
        case 'not':
            return _negated(_read(token[0], terms))
        case symbol if symbol in SEARCHING:
            return _found(symbol, _term(token[0], terms), literal(token[1]))
        case symbol if symbol in OPERATORS:
            return _compared(symbol, token[0], token[1], terms)
    raise Unsayable


def _negated(condition: AnyCondition) -> AnyCondition:
    if isinstance(condition, Comparison) and condition.op is Operator.INCLUDES:
        return condition.model_copy(update={'op': Operator.EXCLUDES})
    return Not(negated=condition)


def _term(token: Token, terms: Terms) -> Term:
    name = reference(token)
    if not name:
        raise Unsayable
    return terms.called(name)


def _found(symbol: str, term: Term, said: str | float | bool) -> Comparison:
    is_one_of_many = term.type in kinds.MANY or symbol == 'contains'
    op = Operator.INCLUDES if is_one_of_many else Operator.EQUALS
    return Comparison(field=term.key, op=op, value=term.value(said))


def _compared(symbol: str, left: Token, right: Token, terms: Terms) -> Comparison:
    left, right = unwrapped(left), unwrapped(right)
    if left.symbol in COUNTING:
        return _counted(symbol, _term(left[0], terms), literal(right))
    if reference(left) is None:
        if reference(right) is None:
            raise Unsayable
        return _compared(TURNED[symbol], right, left, terms)
    term, said = _term(left, terms), literal(right)
    if said == '' and symbol in ('=', '!='):
        return Comparison(field=term.key, op=Operator.UNANSWERED if symbol == '=' else Operator.ANSWERED)
    if term.type in kinds.MANY:
        return Comparison(field=term.key, op=OPERATORS[symbol], value=[term.value(one) for one in str(said).split()])
    return Comparison(field=term.key, op=OPERATORS[symbol], value=term.value(said))


def _counted(symbol: str, term: Term, count: object) -> Comparison:
    for op, counts in zip((Operator.ANSWERED, Operator.UNANSWERED), COUNTS, strict=True):
        if (symbol, count) in counts:
            return Comparison(field=term.key, op=op)
    raise Unsayable

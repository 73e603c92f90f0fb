// Whether a condition over other answers holds; models/condition.py says the same on the server, and explains the shapes.

export function holds(condition, answers) {
  if (condition.all) return condition.all.every((part) => holds(part, answers));
  if (condition.any) return condition.any.some((part) => holds(part, answers));
  if (condition.not) return !holds(condition.not, answers);
  return COMPARE[condition.op](answers[condition.field] ?? null, condition.value ?? null);
}

// The keys of the answers that a condition looks at.
export function fieldsOf(condition) {
  const parts = condition.all ?? condition.any ?? (condition.not && [condition.not]);
  return parts ? parts.flatMap(fieldsOf) : [condition.field];
}

function same(a, b) {
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return a === b;
  const [ofA, ofB] = [Object.keys(a), Object.keys(b)];
  return Array.isArray(a) === Array.isArray(b) && ofA.length === ofB.length && ofA.every((key) => same(a[key], b[key]));
}

function includes(answer, value) {
  if (Array.isArray(answer)) return answer.some((one) => same(one, value));
  return typeof answer === "string" && typeof value === "string" && answer.includes(value);
}

const comparable = (answer, value) => typeof answer === typeof value && ["number", "string"].includes(typeof value);
const isThere = (answer) => answer !== null;

const COMPARE = {
  equals: same,
  differs: (answer, value) => !same(answer, value),
  above: (answer, value) => comparable(answer, value) && answer > value,
  atLeast: (answer, value) => comparable(answer, value) && answer >= value,
  below: (answer, value) => comparable(answer, value) && answer < value,
  atMost: (answer, value) => comparable(answer, value) && answer <= value,
  includes,
  excludes: (answer, value) => !includes(answer, value),
  answered: isThere,
  unanswered: (answer) => !isThere(answer),
};

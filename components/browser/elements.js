// NiceGUI's elements, read and set in the browser: all knowledge of its inside is here and in components/reading.py.
//
// `root` is Vue's root component; a reading says where the value of one element is:
//   {element, prop, empty, numeric, options: [[answer, what a choice element says instead]]}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const propsOf = (root, id) => root.elements[id]?.props ?? {};

// Set what the element shows, as the element itself would report it.
export const write = (root, { element, prop }, value) => void (propsOf(root, element)[prop] = value);

// The answer that the element shows.
export function read(root, { element, prop, numeric, options }) {
  const raw = propsOf(root, element)[prop];
  if (numeric) return raw === null || raw === undefined || raw === "" ? null : Number(raw);
  const answerOf = (one) => (options.find(([, shown]) => same(shown, one)) ?? [one])[0];
  if (options.length) return Array.isArray(raw) ? raw.map(answerOf) : answerOf(raw);
  return typeof raw === "string" && !raw.trim() ? "" : raw;
}

// Let the element show an answer; null empties it.
export function fill(root, reading, answer) {
  write(root, reading, shownAs(reading, answer));
}

// Let the element show an answer and report it to the server, as if it had been touched.
export function fillAndReport(root, reading, answer) {
  fill(root, reading, answer);
  getElement(reading.element)?.$emit(`update:${reading.prop}`, shownAs(reading, answer));
}

function shownAs({ empty, numeric, options }, answer) {
  if (answer === undefined || answer === null) return empty;
  if (numeric) return String(answer);
  const shownOf = (one) => (options.find(([value]) => same(value, one)) ?? [null, one])[1];
  return Array.isArray(answer) ? answer.map(shownOf) : shownOf(answer);
}

export function setText(root, id, text) {
  const element = root.elements[id];
  if (element && element.text !== text) element.text = text;
}

// Show an element or hide it, from screen readers too.
export function setShown(root, id, isShown) {
  const props = propsOf(root, id);
  if (Boolean(props.hidden) === isShown) props.hidden = !isShown;
}

export const scrollTo = (id) => document.getElementById("c" + id)?.scrollIntoView({ block: "center", behavior: "smooth" });

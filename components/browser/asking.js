// Which questions are asked, and which of them must be answered; components/fields/asking.py says the same on the server.
//
// field: {key, section, isQuestion, blanks, visibleIf, required, requiredIf}

import { fieldsOf, holds } from "./conditions.js";

export class Asking {
  constructor(fields, answers) {
    this.fields = new Map(fields.map((field) => [field.key, field]));
    this.answers = answers;
    this.seen = new Map();
    this.shown = fields.filter((field) => this.isShown(field.key) && !this.isHollow(field));
  }

  // The questions among what is on the screen.
  get asked() {
    return this.shown.filter((field) => field.isQuestion);
  }

  // The answers that are given and asked for, by key.
  get told() {
    const told = this.asked.filter((field) => !isBlank(field, this.answers[field.key]));
    return Object.fromEntries(told.map((field) => [field.key, this.answers[field.key]]));
  }

  // The questions that may not stay open, and do.
  get missing() {
    return this.asked.filter((field) => this.mustBeAnswered(field) && isBlank(field, this.answers[field.key]));
  }

  isShown(key) {
    if (!this.seen.has(key)) {
      this.seen.set(key, false); // what waits for itself is not shown
      this.seen.set(key, this.decide(this.fields.get(key)));
    }
    return this.seen.get(key);
  }

  // Whether this is a section whose fields are all hidden; one that never held any is a title, and stays.
  isHollow({ key, isQuestion }) {
    const held = isQuestion ? [] : [...this.fields.values()].filter((field) => field.section === key);
    return held.length > 0 && !held.some((field) => this.isShown(field.key) && !this.isHollow(field));
  }

  mustBeAnswered(field) {
    return field.required || (field.requiredIf !== null && this.holds(field.requiredIf));
  }

  decide(field) {
    if (this.fields.has(field.section) && !this.isShown(field.section)) return false;
    return field.visibleIf === null || this.holds(field.visibleIf);
  }

  holds(condition) {
    const counted = fieldsOf(condition).filter((key) => this.counts(key));
    return holds(condition, Object.fromEntries(counted.map((key) => [key, this.answers[key]])));
  }

  counts(key) {
    return this.fields.has(key) && this.isShown(key) && !isBlank(this.fields.get(key), this.answers[key]);
  }
}

export function isBlank(field, answer) {
  const given = typeof answer === "string" ? answer.trim() : (answer ?? null);
  return field.blanks.some((blank) => JSON.stringify(blank) === JSON.stringify(given));
}

// The browser's half of a form: what is shown, what must be answered, and what stands there before it is touched.
//
// It knows no field type: each field says how its element is read (see sideline/elements.js). It works without a
// connection. With a draftKey the answers live in this browser alone, and half-typed ones survive a reload.

import { Asking, isBlank } from "sideline/asking.js";
import { serverNow } from "sideline/clock.js";
import * as elements from "sideline/elements.js";
import { momentAs } from "sideline/moment.js";

const stored = (key) => JSON.parse((key && localStorage.getItem(key)) || "{}");
const store = (key, values) => key && localStorage.setItem(key, JSON.stringify(values));

export default {
  props: { fields: Array, isNew: Boolean, draftKey: String, lastKey: String, missingWord: String },
  template: "<template></template>",
  created() {
    this.sheet = JSON.parse(JSON.stringify(this.fields)); // Vue's proxies would be slow here
    this.questions = this.sheet.filter((field) => field.isQuestion);
    this.touched = new Set();
  },
  async mounted() {
    await this.$nextTick(); // getElement works after the page's own mounting only
    const draft = stored(this.draftKey);
    this.touched = new Set(Object.keys(draft));
    for (const field of this.questions) {
      if (field.key in draft) this.put(field, draft[field.key]);
      else if (this.isNew && isBlank(field, this.read(field))) this.put(field, this.defaultOf(field));
    }
    this.follow();
  },
  methods: {
    // ---- what the outbox asks and says
    labels() {
      return Object.fromEntries(this.sheet.map(({ key, label }) => [key, label]));
    },
    // The answers as they are at this moment, and the questions among them that may not stay open.
    take() {
      for (const field of this.questions) {
        if (field.default?.kind === "now" && !this.touched.has(field.key)) this.put(field, this.defaultOf(field));
      }
      const asking = this.follow();
      return { answers: asking.told, missing: asking.missing };
    },
    remember(answers) {
      store(this.lastKey, { ...stored(this.lastKey), ...answers });
    },
    reset() {
      this.touched.clear();
      if (this.draftKey) localStorage.removeItem(this.draftKey);
      for (const field of this.questions) this.put(field, this.defaultOf(field));
      this.follow();
    },
    fillWith(answers) {
      this.touched = new Set(this.questions.map((field) => field.key));
      for (const field of this.questions) this.put(field, answers[field.key] ?? null);
      this.follow();
    },
    showProblems(problems) {
      for (const field of this.questions) elements.setText(this.$root, field.problem, problems[field.key] ?? "");
      const first = this.questions.find((field) => field.key in problems);
      if (first) elements.scrollTo(first.reading.element);
    },
    showMissing(fields) {
      this.showProblems(Object.fromEntries(fields.map((field) => [field.key, this.missingWord])));
    },

    // ---- an answer changes
    answered(element, value) {
      const field = this.questions.find((one) => one.reading.element === element);
      if (!field) return;
      elements.write(this.$root, field.reading, value);
      elements.setText(this.$root, field.problem, "");
      if (this.isFilling) return;
      this.touched.add(field.key);
      this.keepDraft();
      this.follow();
    },
    // Show what is asked now, and hide the rest.
    follow() {
      const asking = new Asking(this.sheet, this.given());
      const shown = new Set(asking.shown);
      for (const field of this.sheet) {
        elements.setShown(this.$root, field.box, shown.has(field));
        if (field.mark) elements.setShown(this.$root, field.mark, asking.mustBeAnswered(field));
      }
      return asking;
    },
    given() {
      return Object.fromEntries(this.questions.map((field) => [field.key, this.read(field)]));
    },
    read(field) {
      return elements.read(this.$root, field.reading) ?? null;
    },
    put(field, answer) {
      this.isFilling = true; // what is reported to the server is heard here too
      (this.draftKey ? elements.fill : elements.fillAndReport)(this.$root, field.reading, answer);
      this.isFilling = false;
    },

    // ---- what stands there at first
    defaultOf({ key, default: first, moment }) {
      if (first?.kind === "fixed") return first.value;
      if (first?.kind === "last") return stored(this.lastKey)[key] ?? null;
      return first?.kind === "now" ? momentAs(moment, serverNow()) : null;
    },
    keepDraft() {
      store(this.draftKey, Object.fromEntries([...this.touched].map((key) => [key, this.given()[key]])));
    },
  },
};

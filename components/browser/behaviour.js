// Runs the behaviours of a panel's buttons: state machines that Python declared (components/panel/behaviours/base.py).
//
//   happen(key, on, at)   something happens to a button → its move is made: a deed, and the next state
//   a deed that begins    ends what runs in the button's group, then acts on its links
//   a deed that ends      ends what its links run
//
// It draws nothing and sends nothing: `deeds` does, {log, start, end, label, drop}. Times are milliseconds.

export const IDLE = "idle";
const BEGINS = ["log", "start", "label"];
const LONGEST_TIMER_MS = 3_600_000;

export class Machine {
  constructor({ buttons, behaviours, states, deeds, now }) {
    this.buttons = new Map(buttons.map((button) => [button.key, button]));
    this.behaviours = behaviours;
    this.states = states; // key → {state, since, span?, began?, last?}: plain, so that it can be kept over a reload
    this.deeds = deeds;
    this.now = now;
  }

  // Ends what can no longer be run: its button is gone, or behaves differently now.
  settle(at = this.now()) {
    for (const [key, { state, span }] of Object.entries(this.states)) {
      const moves = this.moves(key);
      const isKnown = state === IDLE || moves.some((move) => move.state === state);
      if (this.buttons.has(key) && isKnown) continue;
      if (span) this.deeds.end(span, at);
      delete this.states[key];
    }
    this.schedule();
  }

  // Ends whatever runs: the session is over.
  endAll(at) {
    for (const { span } of Object.values(this.states)) if (span) this.deeds.end(span, at);
    this.states = {};
    clearTimeout(this.timer);
  }

  moves(key) {
    return this.behaviours[this.buttons.get(key)?.behaviour] ?? [];
  }

  standing(key) {
    return this.states[key] ?? { state: IDLE, since: 0 };
  }

  awaits(key, on) {
    const { state } = this.standing(key);
    return this.moves(key).find((move) => move.state === state && move.on === on);
  }

  isRunning(key) {
    return Boolean(this.standing(key).span);
  }

  // `touched` are the buttons that acted already: links may point in circles.
  happen(key, on, at = this.now(), touched = new Set()) {
    const button = this.buttons.get(key);
    if (!button || touched.has(key)) return false;
    const move = this.awaits(key, on) ?? (on === "stop" && this.isRunning(key) ? { do: "end", to: IDLE } : null);
    if (!move) return false;
    touched.add(key);
    this.states[key] = { ...this.standing(key), state: move.to, since: at };
    if (BEGINS.includes(move.do)) this.stopOthers(button, at, touched);
    this.perform(move.do, button, at);
    if (BEGINS.includes(move.do)) for (const link of button.links) this.begin(link, at, touched);
    if (move.do === "end") for (const link of button.links) this.happen(link, "stop", at, touched);
    this.schedule();
    return true;
  }

  perform(deed, button, at) {
    const standing = this.states[button.key];
    if (deed === "start" && standing.span) this.deeds.end(standing.span, at);
    if (deed === "start") Object.assign(standing, { span: (standing.last = this.deeds.start(button, at)), began: at });
    if (deed === "log") standing.last = this.deeds.log(button, at);
    if (deed === "label") this.deeds.label(button, at);
    if (deed === "end" && standing.span) this.deeds.end(standing.span, at);
    if (deed === "drop" && standing.last) this.deeds.drop(standing.last);
    if (deed === "end" || deed === "drop") delete standing.span;
  }

  stopOthers(button, at, touched) {
    if (!button.group) return;
    for (const other of this.buttons.values()) {
      if (other.group === button.group) this.happen(other.key, "stop", at, new Set([...touched, button.key]));
    }
  }

  begin(key, at, touched) {
    if (!this.isRunning(key)) this.happen(key, this.awaits(key, "tap") ? "tap" : "press", at, touched);
  }

  // The log that a button made was taken back: nothing of it runs any more.
  forget(id) {
    for (const [key, { span, last }] of Object.entries(this.states)) {
      if (span === id || last === id) delete this.states[key];
    }
    this.schedule();
  }

  // ---- what comes by itself, also while the page was closed: it then counts from the moment it was due
  due() {
    const waits = Object.entries(this.states).map(([key, { since }]) => {
      const move = this.awaits(key, "after");
      const seconds = typeof move?.afterS === "string" ? this.buttons.get(key).settings[move.afterS] : move?.afterS;
      return { key, at: since + 1000 * seconds };
    });
    return waits.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0];
  }

  schedule() {
    clearTimeout(this.timer);
    const next = this.due();
    if (!next) return;
    const react = () => (this.now() >= next.at ? this.happen(next.key, "after", next.at) : this.schedule());
    this.timer = setTimeout(react, Math.min(LONGEST_TIMER_MS, Math.max(0, next.at - this.now())));
  }
}

// How often each button was tapped: what the server counted on all tablets, and what of this one it cannot have counted yet.
//
// `told` are the server's figures, {key: {count, totalS}}; `url` is …/logs; `buttonOf(id)` is the key of the button that
// made a log, as far as the panel remembers.

import { waiting } from "./outbox.js";

const SETTLED_MS = 2_000; // by then the server has told that it counted what was sent

export class Tally {
  constructor({ account, url, told, buttonOf, changed }) {
    Object.assign(this, { account, url, told, buttonOf, changed, own: {} }); // own: {id of entry: {button, by, sent?}}
    changed(this.counts);
  }

  get counts() {
    const counts = { ...this.told };
    for (const { button, by } of Object.values(this.own)) {
      const { count = 0, totalS = 0 } = counts[button] ?? {};
      counts[button] = { count: Math.max(0, count + by), totalS };
    }
    return counts;
  }

  hearAll(told) {
    this.told = told;
    this.forget(({ sent }) => sent);
  }

  // Read what waits in the outbox.
  async recall() {
    const entries = await waiting(this.account);
    this.forget(({ sent }) => !sent);
    for (const entry of entries) if (!entry.problem) this.take(entry);
    this.changed(this.counts);
  }

  // News of the outbox, see there.
  hear({ kind, entry, isGone }) {
    if (!entry) return kind === "changed" ? this.recall() : undefined;
    if (kind === "kept" || (kind === "changed" && !isGone && !entry.problem)) this.take(entry);
    if (kind === "refused" || isGone) delete this.own[entry.id];
    if (kind === "sent") this.settle(entry.id);
    this.changed(this.counts);
  }

  take({ id, log, url, body, removes }) {
    const isOurs = url === (removes ? `${this.url}/${log}/delete` : `${this.url}/create`);
    const button = removes ? this.buttonOf(log) : body.button;
    if (isOurs && button) this.own[id] = { button, by: removes ? -1 : 1 };
  }

  settle(id) {
    if (!this.own[id]) return;
    this.own[id].sent = true;
    setTimeout(() => this.forget((_, own) => own === id), SETTLED_MS);
  }

  forget(which) {
    for (const [id, one] of Object.entries(this.own)) if (which(one, id)) delete this.own[id];
    this.changed(this.counts);
  }
}

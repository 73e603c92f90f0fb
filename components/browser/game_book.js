// The events of one game as this tablet knows them: those that the server told and those still kept here, less the undone.

import { amend, keep, serverNow, waiting } from "./outbox.js";

export class GameBook {
  // `url` is …/sessions/{id}/game, `logsUrl` …/logs/create; `points` are { side, count } by the key of their button.
  constructor({ account, url, logsUrl, points }) {
    Object.assign(this, { account, url, logsUrl, points, told: [], kept: [], undone: [] });
  }

  get events() {
    const known = new Set(this.told.map((event) => event.id));
    const here = this.kept.filter((event) => !known.has(event.id));
    return [...this.told, ...here].filter((event) => !this.undone.includes(event.id));
  }

  // What the server says is all there is, but for what it has not been sent.
  hearAll(events) {
    this.told = events;
    this.kept = this.kept.filter((event) => !event.isSent);
    const known = new Set([...events, ...this.kept].map((event) => event.id));
    this.undone = this.undone.filter((id) => known.has(id));
  }

  async load() {
    for (const entry of await waiting(this.account)) this.take(entry);
  }

  // News of the outbox, see there.
  hear({ kind, entry, isGone }) {
    if (!entry) return kind === "changed" ? this.load() : undefined;
    if (kind === "refused" || isGone) return this.drop(entry);
    if (kind === "sent") for (const event of this.kept) event.isSent ||= event.id === entry.id;
    if (kind === "kept" || kind === "changed") this.take(entry);
  }

  // `words` name the event to whoever has to deal with it, should it be refused.
  async send(data, words) {
    const body = { data, at: new Date(serverNow()).toISOString() };
    return (await keep({ account: this.account, url: `${this.url}/create`, body, words })).id;
  }

  // An event that was never sent is marked in its own body; any other is undone behind it.
  async undo(id, words) {
    await amend({ account: this.account, url: `${this.url}/${id}/delete`, id, change: { undone: true }, words });
  }

  take(entry) {
    if (entry.problem) return;
    if (entry.log && entry.url.endsWith(`/${entry.log}/delete`)) return this.forget(entry.log);
    const event = this.read(entry);
    if (event && !this.kept.some((known) => known.id === event.id)) this.kept.push(event);
    if (event && entry.body.undone) this.forget(event.id);
  }

  read({ id, url, body }) {
    if (url === `${this.url}/create`) return { id, at: body.at, data: body.data };
    const points = url === this.logsUrl && this.points[body.button];
    if (!points) return null;
    const data = { kind: "scored", side: points.side, points: points.count };
    return { id, at: body.occurredAt, data, isLog: true };
  }

  drop(entry) {
    this.kept = this.kept.filter((event) => event.id !== entry.id);
    this.undone = this.undone.filter((id) => id !== (entry.log ?? entry.id));
  }

  forget(id) {
    if (!this.undone.includes(id)) this.undone.push(id);
  }
}

// The events that a panel has just made: each is a log on its way through the outbox, and can be labelled or taken back.

const MOST_EVENTS = 5;

export class EventBook {
  constructor({ outbox, account, url, formVersion, labels, events, changed, work = Promise.resolve() }) {
    Object.assign(this, { outbox, account, url, formVersion, labels, events, changed });
    this.work = work; // one after the other: a change must never overtake the log it changes
  }

  // `event` = {button, words, data, at}; gives back the id of the log. What a link made with the same touch stands behind
  // the event that was touched: labels go to the first.
  log(event) {
    const made = { id: this.outbox.newId(), endedAt: null, ...event };
    const same = this.events.filter(({ at }) => at === event.at);
    const older = this.events.filter(({ at }) => at !== event.at);
    this.events = [...same, made, ...older].slice(0, MOST_EVENTS);
    this.keep(made);
    this.changed();
    return made.id;
  }

  end(id, at) {
    this.alter(id, { endedAt: at });
    this.amend(id, { endedAt: iso(at) });
  }

  // Lists grow: a second answer to the same question of several choices joins the first.
  add(id, data, word) {
    const event = this.find(id);
    const added = Object.fromEntries(Object.entries(data).map(([key, answer]) => [key, joined(event.data[key], answer)]));
    const words = event.words.includes(word) ? event.words : [...event.words, word];
    this.alter(id, { data: { ...event.data, ...added }, words });
    this.amend(id, { add: added });
  }

  undo(id) {
    this.alter(id, { undone: true });
    const { account, url } = this;
    const words = said(this.find(id));
    this.queue(() => this.outbox.drop({ account, url: `${url}/${id}/delete`, id, words }));
  }

  // A new log that says the same: the one taken back may be on its way already.
  bringBack(id) {
    const newId = this.outbox.newId();
    this.alter(id, { id: newId, undone: false, refused: false, sent: false });
    this.keep(this.find(newId));
    return newId;
  }

  find(id) {
    return this.events.find((event) => event.id === id);
  }

  alter(id, change) {
    this.events = this.events.map((event) => (event.id === id ? { ...event, ...change } : event));
    this.changed();
  }

  keep(event) {
    const { id, button, data, at, endedAt } = event;
    const { account, labels } = this;
    const body = { id, data, occurredAt: iso(at), button, formVersion: this.formVersion };
    if (endedAt) body.endedAt = iso(endedAt);
    this.queue(() => this.outbox.keep({ account, url: `${this.url}/create`, body, labels, words: said(event) }), id);
  }

  amend(id, change) {
    const { account, labels } = this;
    const url = `${this.url}/${id}/update`;
    const words = said(this.find(id));
    this.queue(() => this.outbox.amend({ account, url, id, change, labels, words }), id);
  }

  queue(send, id) {
    this.work = this.work.then(send).catch((error) => {
      console.error("The browser could not keep this", error);
      if (id) this.alter(id, { refused: true });
    });
  }
}

const said = (event) => event?.words.join(" · ") ?? ""; // a span may outlive the list
const iso = (ms) => new Date(ms).toISOString();
const joined = (old, added) =>
  Array.isArray(old) && Array.isArray(added) ? [...old, ...added.filter((one) => !old.includes(one))] : added;

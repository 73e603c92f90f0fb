// What a coach logs stays in the browser until the server has acknowledged it: on disk first, then sent.
//
//   keep({account, url, body, labels, words}) → entry         POST body to url; the answer repeats body.id
//   amend({account, url, id, change, labels, words}) → entry  POST change to url, after the log `id` is there
//   drop({account, url, id, words}) → entry                   take the log `id` back: forget it, or POST to url (…/delete)
//   waiting(account) → entries, oldest first                  those with a `problem` were refused
//   listen(fn) → stop                                         fn({kind, entry, answer?})
//   serverNow() → ms, newId() → UUID
//
// Should it be refused, `words` name it to a person; without them its answers do, under their `labels`.
// kinds: kept, sent, refused; changed (amended, discarded, tried again, or something in another tab: then without an
// entry); fixing (its answers go back into the form, which should be seen); unreachable and signedOut, without an entry.

import { newId } from "./ids.js";
import * as queue from "./queue.js";
import { hear, hurry, listen, tell } from "./sender.js";

export { serverNow } from "./clock.js";
export { hurry, listen, newId };

// Resolves once it is on disk; rejects when this browser cannot keep it.
export async function keep({ account, url, body, labels = {}, words = "" }) {
  const stamped = { ...body, id: body.id ?? newId() };
  const entry = await queue.append(plain({ id: stamped.id, account, url, body: stamped, labels, words, attempted: false }));
  return announced("kept", entry);
}

// `change.add` are answers beside those there already; the rest of `change` replaces.
export async function amend({ account, url, id, change, labels = {}, words = "" }) {
  const amendment = plain({ id: newId(), log: id, account, url, body: change, labels, words, attempted: false });
  return announced("changed", await queue.amend(amendment, (create) => merged(create, amendment)));
}

// A log that the server cannot know of yet is forgotten with all that amends it.
export async function drop({ account, url, id, labels = {}, words = "" }) {
  const removal = plain({ id: newId(), log: id, account, url, body: {}, labels, words, attempted: false, removes: true });
  const entry = await queue.drop(removal);
  tell({ kind: "changed", entry, isGone: entry.id === id });
  hurry(account);
  return entry;
}

export const waiting = async (account) => (await queue.all()).filter((entry) => entry.account === account);

// ---- what was refused

export async function retry(entry) {
  return announced("changed", await queue.retry(entry.id), entry);
}

// Send `body` instead of a refused one. The log keeps its id where the server cannot have stored it: what amends it, and
// who remembers it, still finds it. A conflict may mean that something is stored under this id.
export async function correct(entry, { body, labels = entry.labels }) {
  const id = entry.problem.status && entry.problem.status !== 409 ? entry.id : newId();
  const { problem, ...rest } = entry;
  const fresh = plain({ ...rest, id, body: { ...body, id }, labels, words: "", attempted: false });
  return announced("kept", await queue.replace(entry.id, fresh));
}

export const fixing = (entry) => hear({ kind: "fixing", entry });

export async function discard(entry) {
  await queue.discard(entry.id);
  tell({ kind: "changed", entry, isGone: true });
}

function announced(kind, entry, before = entry) {
  tell({ kind, entry });
  hurry(before.account);
  return entry;
}

function merged(create, { body: { add = {}, ...rest }, labels, words }) {
  const body = { ...create.body, ...rest, data: { ...(rest.data ?? create.body.data), ...add } };
  return { ...create, body, labels: { ...create.labels, ...labels }, words: words || create.words };
}

const plain = (value) => JSON.parse(JSON.stringify(value)); // IndexedDB cannot store Vue's proxies

// What waits to be sent: one IndexedDB store for all pages and tabs of this browser.
//
//   entry    id, account, url, body, labels, queuedAt, attempted, problem?    is posted as `body` to `url`
//   amendment the same with `log`: the id of the log that it changes; it follows the entry of that id
//
// Every change is one transaction that sees all entries: two tabs never act on the same one from different knowledge.

let opening;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("sideline", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("outbox", { keyPath: "id" });
    request.onsuccess = () => {
      request.result.onclose = () => (opening = undefined);
      resolve(request.result);
    };
    request.onerror = () => {
      opening = undefined;
      reject(request.error);
    };
  });
  return opening;
}

// Let `act` look at all entries, oldest first, and change the store; resolves to what it gave back, once that is on disk.
async function inQueue(mode, act) {
  const transaction = (await database()).transaction("outbox", mode, { durability: "strict" });
  const store = transaction.objectStore("outbox");
  return new Promise((resolve, reject) => {
    let result;
    const reading = store.getAll();
    reading.onsuccess = () => (result = act(reading.result.sort((a, b) => a.queuedAt - b.queuedAt), store));
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

export const all = () => inQueue("readonly", (entries) => entries);

// Put an entry behind all others.
export const append = (entry) => inQueue("readwrite", (entries, store) => put(store, { ...entry, queuedAt: after(entries) }));

// Put a change of a log into the entry that creates it, or behind it.
//
// Merging is allowed only while the body was never sent: a retry must repeat it, or the server takes it for another log.
export const amend = (amendment, merged) =>
  inQueue("readwrite", (entries, store) => {
    const create = entries.find((entry) => entry.id === amendment.log);
    const isUntouched = create?.attempted === false && !entries.some((entry) => entry.log === amendment.log);
    if (isUntouched) return put(store, merged(create));
    return put(store, { ...amendment, queuedAt: after(entries) });
  });

// Forget a log that was never sent, or refused, with all that amends it; else put its removal behind everything.
export const drop = (removal) =>
  inQueue("readwrite", (entries, store) => {
    const create = entries.find((entry) => entry.id === removal.log);
    for (const entry of entries) if (entry.log === removal.log) store.delete(entry.id);
    const isSent = create && create.attempted !== false && !create.problem; // the server may have it
    if (!create || isSent) return put(store, { ...removal, queuedAt: after(entries) });
    store.delete(create.id);
    return create;
  });

// The next entry of this account that may be sent, marked as attempted; undefined when there is none.
export const take = (account) =>
  inQueue("readwrite", (entries, store) => {
    const held = new Set(entries.filter((entry) => entry.problem && !entry.log).map((entry) => entry.id));
    const next = entries.find((entry) => entry.account === account && !entry.problem && !held.has(entry.log));
    return next && (next.attempted === true ? next : put(store, { ...next, attempted: true }));
  });

export const remove = (id) => inQueue("readwrite", (_, store) => void store.delete(id));

// Set an entry aside with what the server said about it, unless another tab has dealt with it meanwhile.
export const refuse = (id, problem) => change(id, (entry) => ({ ...entry, problem }));

// Let a refused entry be sent as it is, once more.
export const retry = (id) => change(id, ({ problem, ...entry }) => entry);

// Send this instead of a refused entry, at its place; what amends it follows.
export const replace = (id, fresh) =>
  inQueue("readwrite", (entries, store) => {
    const old = entries.find((entry) => entry.id === id);
    store.delete(id);
    for (const entry of entries.filter((one) => one.log === id)) store.put(pointed(entry, fresh.id));
    return put(store, { ...fresh, queuedAt: old?.queuedAt ?? after(entries) });
  });

// Forget an entry and what amends it.
export const discard = (id) =>
  inQueue("readwrite", (entries, store) => {
    for (const entry of entries) if (entry.id === id || entry.log === id) store.delete(entry.id);
  });

const change = (id, changed) =>
  inQueue("readwrite", (entries, store) => {
    const entry = entries.find((one) => one.id === id);
    return entry && put(store, changed(entry));
  });

// The clock of a tablet may be set back; the order stays.
const after = (entries) => Math.max(Date.now(), 1 + (entries.at(-1)?.queuedAt ?? 0));

const pointed = (amendment, log) => ({ ...amendment, log, url: amendment.url.replace(amendment.log, log) });

function put(store, entry) {
  store.put(entry);
  return entry;
}

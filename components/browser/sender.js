// Posts what waits, oldest first: one at work per browser, with pauses that grow while there is no way through.
//
//   2xx that repeats the id → removed · a problem document with a 4xx status → set aside · anything else → again later

import * as queue from "./queue.js";

const LONGEST_PAUSE_MS = 15_000;
const PATIENCE_MS = 10_000;
const tabs = new BroadcastChannel("sideline-outbox");
const listeners = new Set();
let account;
let isDraining = false;
let isAskedAgain = false;
let failures = 0;
let timer;

// Hear what becomes of entries, in this tab and (as "changed" without an entry) in others; gives back how to stop.
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tell(news) {
  hear(news);
  tabs.postMessage("changed");
}

// The same for this tab alone.
export function hear(news) {
  for (const listener of listeners) listener(news);
}
tabs.onmessage = () => hear({ kind: "changed" });

// Try at once to send what waits for this account, and again whenever there may be a way through.
export function hurry(signedIn) {
  account = signedIn;
  failures = 0;
  if (!document.hidden) drain();
}

const hurryOn = () => account && hurry(account);
addEventListener("online", hurryOn);
document.addEventListener("visibilitychange", hurryOn);

// Web Locks exist on HTTPS only. Without them two tabs may post the same log: the server takes the second for a retry.
const alone = (work) => (navigator.locks ? navigator.locks.request("sideline-outbox", work) : work());

async function drain() {
  isAskedAgain = isDraining;
  if (isDraining) return;
  isDraining = true;
  clearTimeout(timer);
  let isThrough = false;
  try {
    isThrough = await alone(sendAll);
  } catch (error) {
    console.error("The outbox could not be read", error);
  } finally {
    isDraining = false;
  }
  if (!isThrough) timer = setTimeout(drain, pauseMs(++failures));
  else if (isAskedAgain) drain(); // something was kept after the last look
  else failures = 0;
}

async function sendAll() {
  for (let entry; (entry = await queue.take(account)); ) if (!(await send(entry))) return false;
  return true;
}

const pauseMs = (failures) => Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);

// Whether the next one may follow: false means "no way through just now".
async function send(entry) {
  let response, answer;
  try {
    [response, answer] = await post(entry);
  } catch {
    return hear({ kind: "unreachable" }), false;
  }
  if (isDone(entry, response, answer)) {
    await queue.remove(entry.id);
    return tell({ kind: "sent", entry, answer }), true;
  }
  if (response.status === 401) return hear({ kind: "signedOut" }), false;
  if (!isRefusal(response)) return false;
  const problem = { status: response.status, sentence: answer.detail ?? answer.title, errors: answer.errors ?? [] };
  await queue.refuse(entry.id, problem);
  return tell({ kind: "refused", entry: { ...entry, problem }, answer }), true;
}

// What is gone already needs no second removal.
function isDone(entry, response, answer) {
  if (entry.removes && response.status === 404 && isRefusal(response)) return true;
  return response.ok && answer?.id === (entry.log ?? entry.id);
}

async function post(entry) {
  const response = await fetch(entry.url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(entry.body),
    credentials: "same-origin",
    redirect: "manual", // a captive portal redirects to its own page
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return [response, await response.json()]; // a captive portal answers HTML: that throws and is tried again
}

function isRefusal(response) {
  const hasReasons = (response.headers.get("Content-Type") ?? "").includes("problem+json");
  return hasReasons && response.status >= 400 && response.status < 500 && ![401, 408, 425, 429].includes(response.status);
}

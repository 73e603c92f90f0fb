// The browser's half of the outbox. It knows no field type: each mark says how to read and set one element.
//
//   log()   read the marked elements → put into IndexedDB → reset the form            (works without a connection)
//   drain() oldest first: post → 2xx removes, a refusal with reasons sets aside, all else is tried again later
//
// All knowledge of NiceGUI's inside is in "the form" below and in `followSocket`; tests/components/test_outbox.py
// holds both against a real browser.

// ---- the queue: one IndexedDB store for all pages and tabs of this browser -------------------------------------

let opening;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("sideline", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("outbox", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => {
      opening = undefined;
      reject(request.error);
    };
  });
  return opening;
}

async function inQueue(mode, act) {
  const transaction = (await database()).transaction("outbox", mode, { durability: "strict" });
  const request = act(transaction.objectStore("outbox"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

const queue = {
  all: async () => (await inQueue("readonly", (store) => store.getAll())).sort((a, b) => a.queuedAt - b.queuedAt),
  put: (entry) => inQueue("readwrite", (store) => store.put(entry)),
  remove: (id) => inQueue("readwrite", (store) => store.delete(id)),
  replace: (oldId, entry) =>
    inQueue("readwrite", (store) => {
      if (oldId) store.delete(oldId);
      return store.put(entry);
    }),
};

// ---- the sender: one per tab, one at work per browser ----------------------------------------------------------

const LONGEST_PAUSE_MS = 15_000;
const PATIENCE_MS = 10_000;
const tabs = new BroadcastChannel("sideline-outbox");
const outboxes = new Set();
let draining = false;
let failures = 0;
let timer;

// Web Locks exist on HTTPS only. Without them two tabs may post the same log: the server takes the second for a retry.
const alone = (work) => (navigator.locks ? navigator.locks.request("sideline-outbox", work) : work());

async function drain(account) {
  if (draining) return;
  draining = true;
  clearTimeout(timer);
  let goesOn = true;
  try {
    await alone(async () => {
      for (const entry of await queue.all()) {
        if (entry.account !== account || entry.problem) continue;
        if (!(goesOn = await send(entry))) break;
      }
    });
  } catch (error) {
    console.error("The outbox could not be read", error);
    goesOn = false;
  } finally {
    draining = false;
  }
  failures = goesOn ? 0 : failures + 1;
  if (!goesOn) timer = setTimeout(() => drain(account), pause());
  else if ((await queue.all()).some((entry) => entry.account === account && !entry.problem)) drain(account);
}

const pause = () => Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);

// Whether the next one may follow: false means "no way through just now".
async function send(entry) {
  let response, answer;
  try {
    const stop = new AbortController();
    const patience = setTimeout(() => stop.abort(), PATIENCE_MS);
    response = await fetch(entry.url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(entry.body),
      credentials: "same-origin",
      redirect: "manual", // a captive portal redirects to its own page
      signal: stop.signal,
    });
    answer = await response.json(); // a captive portal answers HTML: that throws and is tried again
    clearTimeout(patience);
  } catch {
    return tell({ signedOut: false, sent: null }), false;
  }
  if (response.ok && answer?.id === entry.id) {
    await queue.remove(entry.id);
    return tell({ signedOut: false, sent: entry }), true;
  }
  if (response.status === 401) return tell({ signedOut: true, sent: null }), false;
  const reasons = (response.headers.get("Content-Type") ?? "").includes("problem+json");
  if (!reasons || response.status >= 500 || [408, 425, 429].includes(response.status)) return false;
  await queue.put({ ...entry, problem: { sentence: answer.detail ?? answer.title, errors: answer.errors ?? [] } });
  return tell({ signedOut: false, sent: null, refused: entry }), true;
}

function tell(news) {
  outboxes.forEach((outbox) => outbox.hearNews(news));
  tabs.postMessage("changed");
}
tabs.onmessage = () => outboxes.forEach((outbox) => outbox.refresh());

// ---- small things ----------------------------------------------------------------------------------------------

const plain = (value) => JSON.parse(JSON.stringify(value)); // IndexedDB cannot store Vue's proxies
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// randomUUID and Web Locks are missing on plain HTTP; a club's laptop often serves plain HTTP.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const digits = [...crypto.getRandomValues(new Uint8Array(16))];
  digits[6] = (digits[6] & 0x0f) | 0x40;
  digits[8] = (digits[8] & 0x3f) | 0x80;
  const hex = digits.map((digit) => digit.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// ---- the component ---------------------------------------------------------------------------------------------

const SECOND_TAP_MS = 400;

export default {
  props: { account: String, words: Object, url: String, marks: Array, occurrence: Object },
  emits: ["clock"],
  template: `
    <div class="outbox">
      <div class="outbox-note" :class="{ 'outbox-fresh': fresh, 'text-danger': note.bad }" role="status" aria-live="polite">{{ note.text }}</div>
      <div v-if="fixing" class="outbox-bar">
        <span class="fill">{{ say("fixing", { time: time(fixing.body.occurredAt) }) }}</span>
        <button type="button" class="outbox-button" @click="leave">{{ words.leave }}</button>
      </div>
      <div v-if="!connected" class="outbox-bar"><i class="q-icon notranslate material-icons" aria-hidden="true">cloud_off</i><span>{{ words.offline }}</span></div>
      <div v-if="signedOut" class="outbox-bar">{{ words.signedOut }}</div>
      <div v-if="lateMinutes" class="outbox-bar">{{ say("late", { minutes: lateMinutes }) }}</div>
      <div v-if="waiting.length" class="outbox-waiting chip chip-warn" data-waiting>
        <i class="q-icon notranslate material-icons" aria-hidden="true">cloud_upload</i>
        <span>{{ waiting.length === 1 ? words.waitingOne : say("waiting", { count: waiting.length }) }}</span>
      </div>
      <div v-for="entry in refused" :key="entry.id" class="outbox-refused panel-quiet" role="alert" data-refused>
        <div class="t-mini text-danger">{{ words.refused }} · {{ time(entry.body.occurredAt) }}</div>
        <div>{{ entry.problem.sentence }}</div>
        <div v-for="error in entry.problem.errors" class="t-small">{{ entry.labels[keyOf(error)] ?? keyOf(error) }}: {{ error.message }}</div>
        <div class="t-small text-muted wrap-text">{{ summary(entry) }}</div>
        <div class="line-up">
          <button type="button" class="outbox-button" @click="again(entry)">{{ words.again }}</button>
          <button v-if="entry.url === url" type="button" class="outbox-button" @click="fix(entry)">{{ words.fix }}</button>
          <button type="button" class="outbox-button text-danger" @click="discard(entry)">{{ words.discard }}</button>
        </div>
      </div>
    </div>`,
  data() {
    return {
      entries: [],
      connected: true,
      signedOut: false,
      fixing: null,
      note: { text: "", bad: false },
      fresh: false,
      offsetMs: Number(localStorage.getItem("sideline-clock-offset-ms") ?? 0),
      bestRoundTripMs: Infinity,
      lastTap: 0,
    };
  },
  computed: {
    mine() {
      return this.entries.filter((entry) => entry.account === this.account);
    },
    waiting() {
      return this.mine.filter((entry) => !entry.problem);
    },
    refused() {
      return this.mine.filter((entry) => entry.problem && entry.id !== this.fixing?.id);
    },
    lateMinutes() {
      return Math.abs(this.offsetMs) < 10_000 ? 0 : (Math.abs(this.offsetMs) / 60_000).toFixed(1);
    },
  },
  async mounted() {
    outboxes.add(this);
    addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    await this.$nextTick(); // the socket is made after the first elements
    this.followSocket();
    this.restoreDraft();
    await this.refresh();
    this.hurry();
  },
  beforeUnmount() {
    outboxes.delete(this);
    removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
    for (const [event, react] of Object.entries(this.reactions ?? {})) window.socket.off(event, react);
  },
  methods: {
    // ---- the tap
    async log() {
      if (Date.now() - this.lastTap < SECOND_TAP_MS) return;
      this.lastTap = Date.now();
      const data = this.answers();
      const missing = this.marks.filter((mark) => mark.required && !(mark.key in data));
      this.showProblems(Object.fromEntries(missing.map((mark) => [mark.key, this.words.missing])));
      if (missing.length) return this.announce("unanswered", {}, true);
      if (!Object.keys(data).length) return this.announce("nothing", {}, true);
      const occurredAt = this.occurredAt();
      if (occurredAt === null) return this.announce("badMinute", {}, true);
      await this.keep(data, occurredAt);
    },
    async keep(data, occurredAt) {
      const id = newId();
      const labels = Object.fromEntries(this.marks.map((mark) => [mark.key, mark.label]));
      const body = { id, data, occurredAt: new Date(occurredAt).toISOString() };
      const entry = plain({ id, url: this.url, account: this.account, body, labels, queuedAt: Date.now() });
      try {
        await queue.replace(this.fixing?.id, entry);
      } catch (error) {
        console.error(error);
        return this.announce("notKept", {}, true);
      }
      this.fixing = null;
      this.reset();
      navigator.vibrate?.(15);
      this.announce("kept", { time: this.time(occurredAt) });
      await this.refresh();
      tabs.postMessage("changed");
      this.hurry();
    },
    occurredAt() {
      const now = Date.now() + this.offsetMs;
      if (this.fixing) return Date.parse(this.fixing.body.occurredAt);
      if (!this.occurrence) return now;
      const value = this.read(this.occurrence);
      if (this.occurrence.sinceMs === null) return now - 1000 * Number(value ?? 0);
      if (!/^\d+(:[0-5]?\d){1,2}$/.test(String(value).trim())) return null;
      const seconds = String(value).split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
      return this.occurrence.sinceMs + 1000 * seconds;
    },

    // ---- the form: elements of NiceGUI, read and set in the browser
    hear(id, value) {
      const mark = [...this.marks, this.occurrence].find((one) => one?.element === id);
      if (!mark) return;
      this.write(mark, value);
      if (mark.problem) this.$root.elements[mark.problem].text = "";
      this.keepDraft();
    },
    write(mark, value) {
      this.$root.elements[mark.element].props[mark.prop] = value;
    },
    raw(mark) {
      return this.$root.elements[mark.element].props[mark.prop];
    },
    read(mark) {
      const raw = this.raw(mark);
      if (mark.numeric) return raw === null || raw === undefined || raw === "" ? null : Number(raw);
      const answerOf = (one) => (mark.options.find(([, shown]) => same(shown, one)) ?? [one])[0];
      if (mark.options.length) return Array.isArray(raw) ? raw.map(answerOf) : answerOf(raw);
      return typeof raw === "string" && !raw.trim() ? "" : raw;
    },
    fill(mark, answer) {
      if (answer === undefined) return this.write(mark, mark.empty);
      const shownOf = (one) => (mark.options.find(([value]) => same(value, one)) ?? [null, one])[1];
      if (mark.numeric) return this.write(mark, String(answer));
      this.write(mark, Array.isArray(answer) ? answer.map(shownOf) : shownOf(answer));
    },
    answers() {
      const given = this.marks.map((mark) => [mark, this.read(mark)]);
      const told = given.filter(([mark, value]) => value !== undefined && !mark.blanks.some((one) => same(one, value)));
      return Object.fromEntries(told.map(([mark, value]) => [mark.key, value]));
    },
    reset() {
      for (const mark of this.marks) this.fill(mark, undefined);
      if (this.occurrence && this.occurrence.sinceMs === null) this.fill(this.occurrence, undefined);
      localStorage.removeItem(this.draftKey());
    },
    showProblems(problems) {
      for (const mark of this.marks) this.$root.elements[mark.problem].text = problems[mark.key] ?? "";
      const first = this.marks.find((mark) => mark.key in problems);
      if (first) document.getElementById("c" + first.element)?.scrollIntoView({ block: "center", behavior: "smooth" });
    },

    // ---- a half-filled form survives a reload
    draftKey() {
      return `sideline-draft ${this.account} ${this.url}`;
    },
    keepDraft() {
      localStorage.setItem(this.draftKey(), JSON.stringify(this.answers()));
    },
    restoreDraft() {
      const draft = JSON.parse(localStorage.getItem(this.draftKey()) ?? "{}");
      for (const mark of this.marks) if (mark.key in draft) this.fill(mark, draft[mark.key]);
    },

    // ---- what was refused
    async again(entry) {
      const { problem, ...rest } = entry;
      await queue.put(plain(rest));
      await this.refresh();
      this.hurry();
    },
    fix(entry) {
      this.fixing = entry;
      for (const mark of this.marks) this.fill(mark, entry.body.data[mark.key]);
      this.showProblems(Object.fromEntries(entry.problem.errors.map((error) => [this.keyOf(error), error.message])));
    },
    leave() {
      this.fixing = null;
      this.reset();
      this.showProblems({});
    },
    async discard(entry) {
      await queue.remove(entry.id);
      tell({ signedOut: this.signedOut, sent: null });
    },
    keyOf(error) {
      return error.field.replace(/^data\./, "");
    },
    summary(entry) {
      return Object.entries(entry.body.data).map(([key, value]) => `${entry.labels[key] ?? key}: ${value}`).join(" · ");
    },

    // ---- the connection and the clock
    followSocket() {
      const socket = window.socket;
      this.reactions = {
        connect: () => {
          this.connected = true;
          stayOnThisPage(socket);
          this.askTime();
          this.hurry();
        },
        disconnect: () => (this.connected = false),
      };
      for (const [event, react] of Object.entries(this.reactions)) socket.on(event, react);
      this.connected = socket.connected;
      if (socket.connected) this.reactions.connect();
    },
    hurry() {
      failures = 0;
      if (!document.hidden) drain(this.account);
    },
    askTime() {
      this.bestRoundTripMs = Infinity;
      for (const wait of [0, 500, 1500]) setTimeout(() => this.$emit("clock", Date.now()), wait);
    },
    hearTime(askedMs, serverMs) {
      const roundTripMs = Date.now() - askedMs;
      if (roundTripMs > this.bestRoundTripMs) return;
      this.bestRoundTripMs = roundTripMs;
      this.offsetMs = serverMs - (askedMs + Date.now()) / 2;
      localStorage.setItem("sideline-clock-offset-ms", this.offsetMs);
    },

    // ---- what is shown
    async refresh() {
      this.entries = await queue.all();
    },
    async hearNews({ signedOut, sent, refused }) {
      this.signedOut = signedOut;
      await this.refresh();
      if (refused?.url === this.url) this.note = { text: "", bad: false }; // "kept" would say the opposite
      if (sent && sent.url === this.url) this.announce("saved", { time: this.time(sent.body.occurredAt) });
    },
    announce(word, values, bad = false) {
      this.note = { text: this.say(word, values), bad };
      this.fresh = false;
      requestAnimationFrame(() => (this.fresh = true));
    },
    say(word, values) {
      return filled(this.words[word], values);
    },
    time(moment) {
      return new Date(moment).toLocaleTimeString(this.words.locale);
    },
  },
};

// After an attempt to reconnect that times out NiceGUI reloads the page; without a network nothing would be left of it.
// From the first connection on the page waits instead, and reloads only when the server has forgotten it.
function stayOnThisPage(socket) {
  socket.off("connect_error");
  socket.on("connect_error", (error) => {
    if (error.message === "Implicit handshake failed") location.reload();
  });
}

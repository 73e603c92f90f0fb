// What the outbox shows: what waits, what was refused and the connection; and the tap on "Log it".
//
//   log()   ask the form sheet what is answered → sideline/outbox.js keeps it → reset the form     (works without a connection)

import { hearTime, measureAnew, offsetMs } from "sideline/clock.js";
import { fill, read, write } from "sideline/elements.js";
import * as outbox from "sideline/outbox.js";
import { filled } from "sideline/sentences.js";

const SECOND_TAP_MS = 400;

export default {
  props: { account: String, words: Object, url: String, sheet: Number, formVersion: Number, occurrence: Object },
  emits: ["clock"],
  template: `
    <div class="outbox">
      <div class="outbox-note" :class="{ 'outbox-fresh': fresh, 'text-danger': note.bad }" role="status" aria-live="polite">{{ note.text }}</div>
      <div v-if="fixing" class="outbox-bar">
        <span class="fill">{{ say("fixing", { time: time(fixing.body.occurredAt) }) }}</span>
        <button type="button" class="outbox-button" @click="startAnew">{{ words.leave }}</button>
      </div>
      <div v-if="!connected" class="outbox-bar"><i class="q-icon notranslate material-icons" aria-hidden="true">cloud_off</i><span>{{ words.offline }}</span></div>
      <div v-if="signedOut" class="outbox-bar">{{ words.signedOut }}</div>
      <div v-if="lateMinutes" class="outbox-bar">{{ say("late", { minutes: lateMinutes }) }}</div>
      <div v-if="waiting" class="outbox-waiting chip chip-warn" data-waiting>
        <i class="q-icon notranslate material-icons" aria-hidden="true">cloud_upload</i>
        <span>{{ waiting === 1 ? words.waitingOne : say("waiting", { count: waiting }) }}</span>
      </div>
      <div v-for="entry in refused" :key="entry.id" class="outbox-refused panel-quiet" role="alert" data-refused>
        <div class="t-mini text-danger">{{ words.refused }} · {{ time(momentOf(entry)) }}</div>
        <div>{{ entry.problem.sentence }}</div>
        <div v-for="error in entry.problem.errors" class="t-small">{{ reason(entry, error) }}</div>
        <div class="t-small text-muted wrap-text">{{ summary(entry) }}</div>
        <div class="line-up">
          <button type="button" class="outbox-button" @click="again(entry)">{{ words.again }}</button>
          <button v-if="entry.url === url && !entry.log" type="button" class="outbox-button" @click="fix(entry)">{{ words.fix }}</button>
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
      offsetMs: offsetMs(),
      lastTap: 0,
    };
  },
  computed: {
    waiting() {
      const held = new Set(this.entries.filter((entry) => entry.problem).map((entry) => entry.id));
      const logs = this.entries.filter((entry) => !entry.problem && !held.has(entry.log)).map((entry) => entry.log ?? entry.id);
      return new Set(logs).size;
    },
    refused() {
      return this.entries.filter((entry) => entry.problem && entry.id !== this.fixing?.id);
    },
    lateMinutes() {
      return Math.abs(this.offsetMs) < 10_000 ? 0 : (Math.abs(this.offsetMs) / 60_000).toFixed(1);
    },
  },
  async mounted() {
    this.stopListening = outbox.listen(this.hear);
    await this.$nextTick(); // the socket is made after the first elements
    this.followSocket();
    await this.refresh();
    outbox.hurry(this.account);
  },
  beforeUnmount() {
    this.stopListening();
    for (const [event, react] of Object.entries(this.reactions ?? {})) window.socket.off(event, react);
  },
  methods: {
    // ---- the tap
    async log() {
      if (Date.now() - this.lastTap < SECOND_TAP_MS) return;
      this.lastTap = Date.now();
      const form = getElement(this.sheet);
      const { answers, missing } = form.take();
      // a button of the panel may leave questions open
      const open = this.fixing?.body.button ? [] : missing;
      form.showMissing(open);
      if (open.length) return this.announce("unanswered", {}, true);
      if (!Object.keys(answers).length) return this.announce("nothing", {}, true);
      const occurredAt = this.occurredAt();
      if (occurredAt === null) return this.announce("badMinute", {}, true);
      await this.keep(answers, occurredAt);
    },
    async keep(data, occurredAt) {
      const form = getElement(this.sheet);
      const labels = form.labels();
      const version = this.formVersion ? { formVersion: this.formVersion } : {};
      const body = { ...this.fixing?.body, ...version, data, occurredAt: new Date(occurredAt).toISOString() };
      try {
        if (this.fixing) await outbox.correct(this.fixing, { body, labels });
        else await outbox.keep({ account: this.account, url: this.url, body, labels });
      } catch (error) {
        console.error(error);
        return this.announce("notKept", {}, true);
      }
      form.remember(data);
      this.startAnew();
      navigator.vibrate?.(15);
      this.announce("kept", { time: this.time(occurredAt) });
      await this.refresh();
    },
    occurredAt() {
      const now = outbox.serverNow();
      if (this.fixing) return Date.parse(this.fixing.body.occurredAt);
      if (!this.occurrence) return now;
      const value = read(this.$root, this.occurrence);
      if (!this.occurrence.sinceMs) return now - 1000 * Number(value ?? 0);
      if (!/^\d+(:[0-5]?\d){1,2}$/.test(String(value).trim())) return null;
      const seconds = String(value).split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
      return this.occurrence.sinceMs + 1000 * seconds;
    },

    // The element that says when it happened has another value.
    answered(_, value) {
      write(this.$root, this.occurrence, value);
    },
    startAnew() {
      this.fixing = null;
      const form = getElement(this.sheet);
      form.reset();
      form.showProblems({});
      if (this.occurrence && !this.occurrence.sinceMs) fill(this.$root, this.occurrence, null);
    },

    // ---- what was refused
    again: (entry) => outbox.retry(entry),
    discard: (entry) => outbox.discard(entry),
    async fix(entry) {
      this.fixing = entry;
      outbox.fixing(entry);
      await this.$nextTick(); // whoever hides the form shows it now
      const form = getElement(this.sheet);
      form.fillWith(entry.body.data);
      form.showProblems(Object.fromEntries(entry.problem.errors.map((error) => [this.keyOf(error), error.message])));
    },
    keyOf(error) {
      return error.field.replace(/^(data|add)\./, "");
    },
    momentOf(entry) {
      return entry.body.occurredAt ?? entry.body.at ?? entry.body.endedAt ?? entry.queuedAt;
    },
    reason(entry, error) {
      const label = entry.labels[this.keyOf(error)];
      return label ? `${label}: ${error.message}` : error.message;
    },
    summary(entry) {
      if (entry.words) return entry.words;
      return Object.entries(entry.body.data ?? entry.body.add ?? {}).map(([key, value]) => `${entry.labels[key] ?? key}: ${value}`).join(" · ");
    },

    // ---- the connection and the clock
    followSocket() {
      const socket = window.socket;
      this.reactions = {
        connect: () => {
          this.connected = true;
          stayOnThisPage(socket);
          this.askTime();
          outbox.hurry(this.account);
        },
        disconnect: () => (this.connected = false),
      };
      for (const [event, react] of Object.entries(this.reactions)) socket.on(event, react);
      this.connected = socket.connected;
      if (socket.connected) this.reactions.connect();
    },
    askTime() {
      measureAnew();
      for (const wait of [0, 500, 1500]) setTimeout(() => this.$emit("clock", Date.now()), wait);
    },
    hearTime(askedMs, serverMs) {
      hearTime(askedMs, serverMs);
      this.offsetMs = offsetMs();
    },

    // ---- what is shown
    async refresh() {
      this.entries = await outbox.waiting(this.account);
    },
    async hear({ kind, entry }) {
      if (["sent", "refused", "unreachable", "signedOut"].includes(kind)) this.signedOut = kind === "signedOut";
      await this.refresh();
      if (entry?.url !== this.url) return;
      if (kind === "refused") this.note = { text: "", bad: false }; // "kept" would say the opposite
      if (kind === "sent") this.announce("saved", { time: this.time(entry.body.occurredAt) });
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

// The panel beside the pitch: draws the buttons, hears fingers and keys, and keeps what it knows over a reload.
// What a touch means is decided in behaviour.js; what becomes of the logs in event_book.js.
import { Machine } from "sideline/behaviour.js";
import { EventBook } from "sideline/event_book.js";
import * as outbox from "sideline/outbox.js";

const PLAYER_PATIENCE_MS = 10_000; // an event waits so long for its player, and a chosen player for an event
const FLASH_MS = 450;
const unheard = { ...outbox, keep: async () => {}, amend: async () => {}, drop: async () => {} }; // trying out

export default {
  props: {
    mode: String, // live | try | off | over
    account: String,
    url: String,
    formVersion: Number,
    startedMs: Number,
    endedMs: Number,
    buttons: Array,
    behaviours: Object,
    players: Array,
    playerField: String,
    onPitch: Array,
    labels: Object,
    words: Object,
  },
  template: `
    <div v-if="mode !== 'over'" class="pad" :class="'pad-mode-' + mode">
      <div class="pad-strip" v-if="mode !== 'off'">
        <div class="pad-events" role="group" :aria-label="words.events">
          <button v-if="armed" type="button" class="pad-event pad-next" @click="disarm">
            <i class="q-icon notranslate material-icons" aria-hidden="true">close</i>
            <span>{{ say("next", { player: armed.label }) }}</span>
          </button>
          <span v-else-if="!events.length" class="pad-hint t-small">{{ mode === "try" ? words.trying : words.hint }}</span>
          <button
            v-for="event in events" :key="event.id" type="button" class="pad-event"
            :class="{ 'pad-target': event.id === targetId, 'pad-undone': event.undone, 'pad-refused': event.refused }"
            :aria-pressed="event.undone ? null : String(event.id === targetId)" :aria-label="spoken(event)"
            :data-event="event.words[0]" @click="choose(event)"
          >
            <i class="q-icon notranslate material-icons" aria-hidden="true">{{ mark(event) }}</i>
            <span class="pad-minute t-clock">{{ minute(event.at) }}</span>
            <span class="pad-words">{{ event.words.join(" · ") }}</span>
          </button>
        </div>
        <button v-if="events.length" type="button" class="pad-undo" :disabled="!targetId" @click="undo(targetId)">
          <i class="q-icon notranslate material-icons" aria-hidden="true">undo</i>{{ words.undo }}
        </button>
      </div>
      <div class="pad-said" role="status">{{ said }}</div>

      <div v-if="players.length" class="pad-players" role="group" :aria-label="words.players">
        <template v-for="row in rows" :key="row.name">
          <button v-if="row.name" type="button" class="pad-player pad-bench" :aria-expanded="String(benchIsOpen)" @click="benchIsOpen = !benchIsOpen">
            <i class="q-icon notranslate material-icons" aria-hidden="true">{{ benchIsOpen ? "expand_less" : "expand_more" }}</i>
            <span class="pad-name">{{ row.name }}</span>
          </button>
          <template v-if="!row.name || benchIsOpen">
            <button
              v-for="player in row.players" :key="player.value" type="button" class="pad-player"
              :class="{ 'pad-armed': armed?.value === player.value }" :aria-pressed="String(armed?.value === player.value)"
              :aria-label="player.label" :disabled="mode === 'off'" @click="tapPlayer(player)"
            >
              <span class="pad-number t-clock">{{ player.number || player.name.slice(0, 2) }}</span>
              <span class="pad-name">{{ player.name }}</span>
              <span v-if="armed?.value === player.value" class="pad-fuse" :style="{ animationDuration: patienceMs + 'ms' }"></span>
            </button>
          </template>
        </template>
      </div>

      <div class="pad-grid" role="group" :aria-label="words.panel">
        <button
          v-for="button in buttons" :key="button.key" type="button" :data-key="button.key" :disabled="mode === 'off'"
          class="pad-button" :class="classes(button)" :style="button.color ? { '--pad': button.color, '--pad-ink': button.ink } : null"
          :aria-pressed="button.runs ? String(isRunning(button)) : null" :aria-keyshortcuts="button.shortcut || null"
          @pointerdown="down($event, button)" @pointerup="up($event, button)" @pointercancel="letGo('p' + $event.pointerId)"
          @lostpointercapture="letGo('p' + $event.pointerId)" @contextmenu.prevent
          @keydown.enter.prevent="keyDown($event, button)" @keydown.space.prevent="keyDown($event, button)"
          @keyup.enter.prevent="keyUp($event)" @keyup.space.prevent="keyUp($event)" @click="assisted($event, button)"
        >
          <span class="pad-label">{{ button.label }}</span>
          <span class="pad-foot">
            <span v-if="isRunning(button)" class="pad-time t-clock"><i class="q-icon notranslate material-icons" aria-hidden="true">fiber_manual_record</i>{{ elapsed(button) }}</span>
            <i v-else class="q-icon notranslate material-icons pad-kind" aria-hidden="true">{{ button.icon }}</i>
            <kbd v-if="button.shortcut" class="pad-key" aria-hidden="true">{{ button.shortcut.toUpperCase() }}</kbd>
          </span>
        </button>
      </div>
    </div>`,
  data() {
    return {
      events: [],
      states: {},
      chosenId: null, // the event that the coach tapped: it gets the labels until the next one is made
      armed: null,
      patienceMs: PLAYER_PATIENCE_MS,
      benchIsOpen: false,
      flashing: {},
      said: "",
      now: outbox.serverNow(),
    };
  },
  computed: {
    targetId() {
      const alive = this.events.filter((event) => !event.undone);
      return (alive.find((event) => event.id === this.chosenId) ?? alive[0])?.id;
    },
    rows() {
      const plays = new Map(this.onPitch.map((id, place) => [id, place]));
      if (!plays.size) return [{ name: "", players: this.players }];
      const pitch = this.players.filter((player) => plays.has(player.value));
      const bench = this.players.filter((player) => !plays.has(player.value));
      pitch.sort((a, b) => plays.get(a.value) - plays.get(b.value));
      return [{ name: "", players: pitch }, ...(bench.length ? [{ name: this.words.bench, players: bench }] : [])];
    },
    storeKey() {
      return `sideline-panel ${this.account} ${this.url}`;
    },
    ticks() {
      return Object.values(this.states).some((standing) => standing.span);
    },
  },
  watch: {
    ticks: { handler: "tick", immediate: true },
    mode() {
      if (this.mode === "over") this.closeAll();
    },
    buttons(now, before) {
      if (!same(now, before)) this.run(); // every update of the element brings them anew
    },
  },
  created() {
    this.held = new Map(); // pointer or key → button
    this.run();
  },
  mounted() {
    for (const [target, event, react] of this.listeners()) target.addEventListener(event, react);
    this.stopListening = outbox.listen(this.hearOutbox);
  },
  beforeUnmount() {
    this.letAllGo();
    for (const [target, event, react] of this.listeners()) target.removeEventListener(event, react);
    this.stopListening();
    clearInterval(this.ticking);
    clearTimeout(this.fuse);
    clearTimeout(this.machine.timer);
  },
  methods: {
    // ---- what is known, kept over a reload and shared by all tabs of this browser
    run() {
      clearTimeout(this.machine?.timer);
      const { states = {}, events = [] } = this.recall();
      const { account, url, formVersion, labels } = this;
      const ways = this.mode === "try" ? unheard : outbox;
      const { work } = this.book ?? {};
      this.book = new EventBook({ outbox: ways, account, url, formVersion, labels, events, work, changed: this.draw });
      const deeds = { log: this.log, start: this.log, end: (id, at) => this.book.end(id, at), label: this.label, drop: this.undo };
      const { buttons, behaviours } = plain(this.$props); // Vue's proxies cannot be kept
      this.machine = new Machine({ buttons, behaviours, states, deeds, now: outbox.serverNow });
      if (this.mode === "over") return this.closeAll();
      if (this.mode !== "off") this.machine.settle();
      this.draw();
    },
    closeAll() {
      this.machine.endAll(Math.min(outbox.serverNow(), this.endedMs));
      localStorage.removeItem(this.storeKey);
    },
    recall() {
      if (this.mode === "try" || this.mode === "off") return {};
      return JSON.parse(localStorage.getItem(this.storeKey) ?? "{}");
    },
    draw() {
      this.events = [...this.book.events];
      this.states = { ...this.machine.states };
      if (this.mode !== "live") return;
      localStorage.setItem(this.storeKey, JSON.stringify({ states: this.states, events: this.events }));
    },
    hearOtherTab({ key }) {
      if (key === this.storeKey && this.mode === "live") this.run();
    },
    hearOutbox({ kind, entry }) {
      if (kind === "refused" && this.book.find(entry.id)) this.book.alter(entry.id, { refused: true });
      if (kind === "sent" && this.book.find(entry.id)) this.book.alter(entry.id, { refused: false, sent: true });
    },

    // ---- fingers and keys
    listeners() {
      return [
        [window, "keydown", this.shortcutDown],
        [window, "keyup", this.keyUp],
        [window, "blur", this.letAllGo],
        [window, "storage", this.hearOtherTab],
        [document, "visibilitychange", this.letAllGo],
      ];
    },
    happen(button, on) {
      const moved = this.machine.happen(button.key, on);
      if (moved) this.draw();
      return moved;
    },
    down(event, button) {
      if (event.button > 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      this.hold("p" + event.pointerId, button);
    },
    up(event, button) {
      const box = event.currentTarget.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      const isInside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      this.letGo("p" + event.pointerId, isInside);
    },
    keyDown(event, button) {
      if (!event.repeat) this.hold("k" + event.code, button);
    },
    keyUp(event) {
      this.letGo("k" + event.code, true);
    },
    shortcutDown(event) {
      if (this.mode === "off" || this.mode === "over" || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!this.$el.offsetParent) return; // the form is shown instead
      if (event.target.closest?.("input, textarea, select, [contenteditable=true], .q-dialog")) return;
      const key = event.key.toLowerCase();
      const button = this.buttons.find(({ shortcut }) => shortcut && shortcut.toLowerCase() === key);
      if (!button) return;
      event.preventDefault();
      this.hold("k" + event.code, button);
    },
    hold(by, button) {
      if (this.held.has(by)) return;
      this.held.set(by, button);
      this.flash(button);
      this.happen(button, "press");
    },
    letGo(by, isTap = false) {
      const button = this.held.get(by);
      if (!button) return;
      this.held.delete(by);
      this.happen(button, "release");
      if (isTap) this.happen(button, "tap");
    },
    letAllGo() {
      for (const by of [...this.held.keys()]) this.letGo(by);
    },
    // A screen reader clicks without finger or key; it cannot hold, so its second click lets go.
    assisted(event, button) {
      if (event.detail > 0) return;
      this.flash(button);
      if (this.machine.awaits(button.key, "release")) return this.happen(button, "release");
      this.happen(button, "press");
      if (!this.machine.awaits(button.key, "release")) this.happen(button, "tap");
    },
    flash(button) {
      navigator.vibrate?.(15);
      this.flashing = { ...this.flashing, [button.key]: true };
      setTimeout(() => (this.flashing = { ...this.flashing, [button.key]: false }), FLASH_MS);
    },

    // ---- deeds of the machine
    log(button, at) {
      const player = this.armed;
      const data = { ...button.answers, ...(player ? { [this.playerField]: player.answer } : {}) };
      const words = player ? [button.label, short(player)] : [button.label];
      this.disarm();
      this.chosenId = null;
      this.said = this.say("logged", { event: words.join(", ") });
      return this.book.log({ button: button.key, words, data, at });
    },
    label(button) {
      if (!this.targetId) return (this.said = this.words.nothing);
      this.book.add(this.targetId, button.answers, button.label);
      this.said = this.say("labelled", { label: button.label, event: this.book.find(this.targetId).words[0] });
    },

    // ---- players: before the event, or after it
    tapPlayer(player) {
      const event = this.book.find(this.targetId);
      const isFresh = event && !(this.playerField in event.data) && outbox.serverNow() - event.at < PLAYER_PATIENCE_MS;
      if (this.armed?.value === player.value) return this.disarm();
      if (!this.armed && event && (this.chosenId === event.id || isFresh)) return this.addPlayer(event, player);
      this.disarm();
      this.armed = player;
      this.said = this.say("next", { player: player.label });
      this.fuse = setTimeout(this.disarm, PLAYER_PATIENCE_MS);
    },
    addPlayer(event, player) {
      const before = this.players.find(({ answer }) => same(answer, event.data[this.playerField]));
      const words = event.words.filter((word) => !before || word !== short(before));
      this.book.alter(event.id, { words, data: { ...event.data, [this.playerField]: undefined } });
      this.book.add(event.id, { [this.playerField]: player.answer }, short(player));
      this.said = this.say("labelled", { label: player.label, event: event.words[0] });
    },
    disarm() {
      clearTimeout(this.fuse);
      this.armed = null;
    },

    // ---- the events just made
    choose(event) {
      if (!event.undone) return (this.chosenId = event.id);
      this.chosenId = this.book.bringBack(event.id);
    },
    undo(id) {
      const event = this.book.find(id);
      if (!event) return;
      const runs = Object.values(this.machine.states).some(({ span }) => span === id);
      if (runs) this.book.alter(id, { endedAt: outbox.serverNow() });
      this.machine.forget(id);
      this.book.undo(id);
      this.said = this.say("undone", { event: event.words[0] });
    },
    mark(event) {
      if (event.refused) return "error_outline";
      if (event.undone) return "restore";
      if (this.mode === "live" && !event.sent) return "cloud_upload";
      return event.id === this.targetId ? "sell" : "check";
    },
    spoken(event) {
      const text = `${this.minute(event.at)} ${event.words.join(", ")}`;
      return event.undone ? this.say("bringBack", { event: text }) : text;
    },

    // ---- words and figures
    isRunning(button) {
      return Boolean(this.states[button.key]?.span);
    },
    classes(button) {
      const waits = !this.isRunning(button) && (this.states[button.key]?.state ?? "idle") !== "idle";
      const running = { "pad-running": this.isRunning(button), "pad-waiting": waits, "pad-flash": this.flashing[button.key] };
      return { [`pad-${button.size}`]: true, "pad-colored": button.color, "pad-still": button.held, ...running };
    },
    tick() {
      clearInterval(this.ticking);
      this.now = outbox.serverNow();
      if (this.ticks) this.ticking = setInterval(() => (this.now = outbox.serverNow()), 250);
    },
    elapsed(button) {
      return clock(this.now - this.states[button.key].began);
    },
    minute(at) {
      return clock(at - (this.startedMs ?? at));
    },
    say(word, values) {
      return this.words[word].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    },
  },
};

const short = (player) => (player.number ? `#${player.number}` : player.name);
const plain = (value) => JSON.parse(JSON.stringify(value));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function clock(ms) {
  const total = Math.max(0, Math.floor(ms / 1000));
  const two = (n) => String(n).padStart(2, "0");
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

// The panel beside the pitch: places players, buttons and the events just made, and keeps what it knows over a reload.
//
// What a touch is, is decided in touches.js; what it means in behaviour.js; what becomes of the logs in event_book.js.
import { Machine } from "sideline/behaviour.js";
import { elapsed } from "sideline/elapsed.js";
import { EventBook } from "sideline/event_book.js";
import { EventStrip } from "sideline/event_strip.js";
import { clockText, stateAt } from "sideline/game.js";
import { hearGame } from "sideline/game_news.js";
import * as outbox from "sideline/outbox.js";
import { PanelButton } from "sideline/panel_button.js";
import { PlayerRow } from "sideline/player_row.js";
import { filled } from "sideline/sentences.js";
import { Tally } from "sideline/tally.js";
import { Touches } from "sideline/touches.js";

const PLAYER_PATIENCE_MS = 10_000; // an event waits so long for its player, and a chosen player for an event
const FLASH_MS = 450;
const unheard = { ...outbox, keep: async () => {}, amend: async () => {}, drop: async () => {} }; // trying out

export default {
  components: { EventStrip, PanelButton, PlayerRow },
  props: {
    mode: String, // live | try | off | over
    account: String,
    url: String,
    gameUrl: String,
    formVersion: Number,
    startedMs: Number,
    endedMs: Number,
    buttons: Array,
    behaviours: Object,
    players: Array,
    playerField: String,
    onPitch: Array, // until the scoreboard says who plays
    counts: Object,
    labels: Object,
    words: Object,
  },
  template: `
    <div v-if="mode !== 'over'" class="pad" :class="'pad-mode-' + mode">
      <event-strip v-if="mode !== 'off'" v-bind="{ events, targetId, armed, words }" :is-kept="mode === 'live'"
        :hint="mode === 'try' ? words.trying : words.hint" :minute-of="minuteOf" @choose="choose" @undo="undo" @disarm="disarm" />
      <div class="pad-said" role="status">{{ said }}</div>
      <player-row v-if="players.length" v-bind="{ players, armed, patienceMs, words }" :on-pitch="playing" :is-off="mode === 'off'" @choose="tapPlayer" />
      <div class="pad-grid" role="group" :aria-label="words.panel">
        <panel-button
          v-for="button in buttons" :key="button.key" v-bind="{ button, words }" :standing="states[button.key]" :now-ms="now"
          :tally="counted[button.key]" :is-flashing="flashing[button.key]" :disabled="mode === 'off'"
          @pointerdown="touches.down($event, button)" @pointerup="touches.up($event)" @pointercancel="touches.cancel($event)"
          @lostpointercapture="touches.cancel($event)" @contextmenu.prevent
          @keydown.enter.prevent="touches.keyDown($event, button)" @keydown.space.prevent="touches.keyDown($event, button)"
          @keyup.enter.prevent="touches.keyUp($event)" @keyup.space.prevent="touches.keyUp($event)" @click="touches.assisted($event, button)"
        />
      </div>
    </div>`,
  data() {
    return {
      events: [],
      states: {},
      chosenId: null, // the event that the coach tapped: it gets the labels until the next one is made
      armed: null,
      patienceMs: PLAYER_PATIENCE_MS,
      flashing: {},
      said: "",
      now: outbox.serverNow(),
      game: null, // what the scoreboard told
      counted: {},
    };
  },
  computed: {
    targetId() {
      const alive = this.events.filter((event) => !event.undone);
      return (alive.find((event) => event.id === this.chosenId) ?? alive[0])?.id;
    },
    playing() {
      return this.game ? stateAt(this.game.events, Number.MAX_SAFE_INTEGER, this.game.rules).onPitch : this.onPitch;
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
    const [happen, awaits] = [this.happen, (button, on) => this.machine.awaits(button.key, on)];
    this.touches = new Touches({ happen, awaits, touched: this.flash });
    this.run();
    const buttonOf = (id) => this.book.find(id)?.button;
    this.tally = new Tally({ account: this.account, url: this.url, told: this.counts, buttonOf, changed: this.count });
  },
  mounted() {
    for (const [target, event, react] of this.listeners()) target.addEventListener(event, react);
    this.stops = [outbox.listen(this.hearOutbox), hearGame(this.gameUrl, (game) => (this.game = game))];
    if (this.mode === "live") this.tally.recall();
  },
  beforeUnmount() {
    this.touches.letAllGo();
    for (const [target, event, react] of this.listeners()) target.removeEventListener(event, react);
    for (const stop of this.stops) stop();
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
    hearOutbox(news) {
      const { kind, entry } = news;
      if (kind === "refused" && this.book.find(entry.id)) this.book.alter(entry.id, { refused: true });
      if (kind === "sent" && this.book.find(entry.id)) this.book.alter(entry.id, { refused: false, sent: true });
      if (this.mode === "live") this.tally.hear(news);
    },

    // ---- how often each button was tapped; the server tells it after whatever any tablet logs
    hearCounts(counts) {
      this.tally.hearAll(counts);
    },
    count(counts) {
      this.counted = counts;
    },

    // ---- fingers and keys
    listeners() {
      return [
        [window, "keydown", this.shortcutDown],
        [window, "keyup", (event) => this.touches.keyUp(event)],
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
    letAllGo() {
      this.touches.letAllGo();
    },
    shortcutDown(event) {
      if (this.mode === "off" || this.mode === "over" || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!this.$el.offsetParent) return; // the form is shown instead
      if (event.target.closest?.("input, textarea, select, [contenteditable=true], .q-dialog, dialog")) return;
      const key = event.key.toLowerCase();
      const button = this.buttons.find(({ shortcut }) => shortcut && shortcut.toLowerCase() === key);
      if (!button) return;
      event.preventDefault();
      this.touches.keyDown(event, button);
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

    // ---- words and figures
    // The minute of the game, or of the session before the game has begun.
    minuteOf({ at }) {
      const state = this.game && stateAt(this.game.events, at, this.game.rules);
      if (!state?.period) return { period: "", clock: elapsed(at - (this.startedMs ?? at)) };
      return { period: this.game.periodNames[state.period], clock: clockText(state.clockS, this.game.rules) };
    },
    tick() {
      clearInterval(this.ticking);
      this.now = outbox.serverNow();
      if (this.ticks) this.ticking = setInterval(() => (this.now = outbox.serverNow()), 250);
    },
    say(word, values) {
      return filled(this.words[word], values);
    },
  },
};

const short = (player) => (player.number ? `#${player.number}` : player.name);
const plain = (value) => JSON.parse(JSON.stringify(value));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

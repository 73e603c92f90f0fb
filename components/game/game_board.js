// The scoreboard: it ticks, takes commands and shows them at once, with and without a connection.
//
//   every command is one event: book.send(data) keeps it in the outbox, and the state is read from all events anew

import { offsetMs } from "sideline/clock.js";
import { isPeriodOver, startsAtS, stateAt } from "sideline/game.js";
import { GameBook } from "sideline/game_book.js";
import { listen } from "sideline/outbox.js";

const TICK_MS = 200;
const SECOND_TAP_MS = 400;
const TOAST_MS = 8_000;
const MOST_RECENT = 6;

const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const icon = (name) => `<i class="q-icon notranslate material-icons" aria-hidden="true">${name}</i>`;

const LAST = `
  <div v-if="last" class="line-up game-last">
    <span class="fill wrap-text">{{ last.text }}</span>
    <button type="button" class="game-button" @click="undo(last.id)">${icon("undo")}{{ words.undo }}</button>
  </div>`;

const CLOSE = (name) => `
  <button type="button" class="game-button game-quiet" :aria-label="words.close" @click="$refs.${name}.close()">${icon("close")}</button>`;

export default {
  props: {
    account: String,
    url: String,
    logsUrl: String,
    rules: Object,
    points: Object,
    events: Array,
    players: Array,
    periodNames: Array,
    mayChange: Boolean,
    status: String,
    endedMs: Number,
    serverMs: Number,
    words: Object,
  },
  template: `
    <section class="game-bar" :class="{ 'game-runs': isRunning && state.running, 'game-quiet-bar': !isRunning }" :aria-label="words.game">
      <div class="game-time">
        <component :is="canAct ? 'button' : 'div'" class="game-clock" :type="canAct ? 'button' : null"
          :aria-haspopup="canAct ? 'dialog' : null" @click="canAct && show('clock')">
          <span class="t-mini game-period">{{ period }}</span>
          <span class="t-clock game-figures" role="timer">{{ time }}</span>
          <span v-if="canAct" class="sr-only">{{ words.adjust }}</span>
        </component>
        <button v-if="canAct" type="button" class="game-run" :class="{ 'game-stop': state.running }" @click="run">
          <i class="q-icon notranslate material-icons" aria-hidden="true">{{ state.running ? 'pause' : 'play_arrow' }}</i>{{ runLabel }}
        </button>
      </div>
      <div class="game-score" role="group" :aria-label="scoreText">
        <template v-for="side in ['us', 'them']" :key="side">
          <span v-if="side === 'them'" class="game-colon" aria-hidden="true">:</span>
          <button v-if="canAct && side === 'us'" type="button" class="game-button game-quiet" :disabled="!state.score.us"
            :aria-label="say('minus', { side: words.us })" @click="score('us', -1)">${icon("remove")}</button>
          <component :is="canAct ? 'button' : 'div'" class="game-side" :type="canAct ? 'button' : null"
            :aria-label="canAct ? say('plus', { side: words[side], points: state.score[side] }) : null" @click="canAct && score(side, 1)">
            <span class="t-mini">{{ words[side] }}</span>
            <span class="game-points">{{ state.score[side] }}<i v-if="canAct" class="q-icon notranslate material-icons game-plus" aria-hidden="true">add</i></span>
          </component>
          <button v-if="canAct && side === 'them'" type="button" class="game-button game-quiet" :disabled="!state.score.them"
            :aria-label="say('minus', { side: words.them })" @click="score('them', -1)">${icon("remove")}</button>
        </template>
      </div>
      <button v-if="canAct" type="button" class="game-button game-line-up" aria-haspopup="dialog" @click="showLineUp">
        ${icon("groups")}<span>{{ isPicking ? words.lineUp : words.substitute }}</span>
      </button>
      <p v-if="status === 'Draft'" class="game-hint t-small text-muted">{{ words.draft }}</p>
      <p v-if="status === 'Completed'" class="game-hint t-small text-muted">{{ words.over }}</p>
      <p v-if="problem" class="game-hint t-small text-danger" role="alert">{{ problem }}</p>
      <div class="sr-only" role="status" aria-live="polite">{{ said }}</div>

      <teleport to="body">
        <div v-if="last && !shown" class="toast game-toast">
          <span class="fill wrap-text">{{ last.text }}</span>
          <button type="button" class="game-button toast-action" @click="undo(last.id)">${icon("undo")}{{ words.undo }}</button>
        </div>
      </teleport>

      <dialog v-if="canAct" ref="clock" class="game-sheet" :aria-label="words.clock" @close="shown = ''" @keydown.stop @click.self="$refs.clock.close()">
        <div class="stack">
          <div class="spread"><div><div class="t-small text-muted">{{ period }}</div><div class="t-clock game-large">{{ time }}</div></div>${CLOSE("clock")}</div>
          <div class="game-steps" role="group" :aria-label="words.adjust">
            <button v-for="step in [-10, -1, 1, 10]" :key="step" type="button" class="game-button" @click="shift(step)">{{ step > 0 ? '+' : '−' }}{{ Math.abs(step) }} s</button>
          </div>
          <form class="line-up" @submit.prevent="setTime">
            <label class="game-label fill">{{ words.clockShows }}
              <input v-model="typed" class="plain-input" inputmode="numeric" placeholder="mm:ss" autocomplete="off" :aria-invalid="badTime ? 'true' : null" @input="badTime = false" />
            </label>
            <button type="submit" class="game-button game-bottom">{{ words.setIt }}</button>
          </form>
          <p v-if="badTime" class="t-small text-danger" role="alert">{{ words.badTime }}</p>
          <div class="game-periods" role="group" :aria-label="words.period">
            <button v-for="number in offeredPeriods" :key="number" type="button" class="game-button" :aria-pressed="number === state.period ? 'true' : 'false'" @click="setPeriod(number)">{{ periodNames[number] }}</button>
          </div>
          <button v-if="!state.running && isOver" type="button" class="game-button" @click="setClock(state.clockS, true, words.started)">{{ say('goOn', { period }) }}</button>
          ${LAST}
          <div v-if="recent.length" class="stack-tight">
            <div class="t-small text-muted">{{ words.recent }}</div>
            <div v-for="event in recent" :key="event.id" class="line-up game-last">
              <span class="fill wrap-text">{{ describe(event) }}</span>
              <button type="button" class="game-button" :aria-label="words.undo + ': ' + describe(event)" @click="undo(event.id)">${icon("undo")}</button>
            </div>
          </div>
        </div>
      </dialog>

      <dialog v-if="canAct" ref="lineUp" class="game-sheet game-sheet-wide" :aria-label="words.lineUp" @close="shown = ''" @keydown.stop @click.self="$refs.lineUp.close()">
        <div class="stack">
          <div class="spread">
            <div><div class="t-head">{{ isPicking ? words.lineUp : words.substitute }}</div><div class="t-small text-muted">{{ guidance }}</div></div>
            ${CLOSE("lineUp")}
          </div>
          <p v-if="!players.length" class="text-muted">{{ words.noPlayers }}</p>
          <template v-else-if="isPicking">
            <div class="game-players" role="group" :aria-label="words.lineUp">
              <button v-for="player in present" :key="player.id" type="button" class="game-player" :aria-pressed="picked.includes(player.id) ? 'true' : 'false'" @click="pick(player.id)">
                <span class="shout">{{ player.number }}</span><span class="clip-text">{{ player.name }}</span><span class="t-mini">{{ player.position }}</span>
              </button>
            </div>
            <button type="button" class="game-run" @click="useLineUp">{{ say('use', { count: picked.length }) }}</button>
          </template>
          <template v-else>
            <div v-for="group in groups" :key="group.name" class="stack-tight">
              <div class="t-small text-muted">{{ group.label }}</div>
              <div class="game-players" role="group" :aria-label="group.label">
                <button v-for="player in group.players" :key="player.id" type="button" class="game-player" :class="'game-' + group.name" :aria-pressed="chosen[group.name] === player.id ? 'true' : 'false'" @click="choose(group.name, player.id)">
                  <span class="shout">{{ player.number }}</span><span class="clip-text">{{ player.name }}</span><span class="t-mini">{{ minutes(player.id) }}</span>
                </button>
              </div>
            </div>
            <div class="line-up">
              <button v-if="chosen.off || chosen.on" type="button" class="game-button" @click="substitute">{{ chosen.off ? words.onlyOff : words.onlyOn }}</button>
              <button type="button" class="game-button game-quiet" @click="repick">{{ words.pickAnew }}</button>
            </div>
          </template>
          ${LAST}
        </div>
      </dialog>
    </section>`,
  data() {
    return {
      book: new GameBook({ account: this.account, url: this.url, logsUrl: this.logsUrl, points: this.points }),
      now: 0,
      shown: "",
      said: "",
      problem: "",
      last: null,
      typed: "",
      badTime: false,
      isPickingAnew: false,
      picked: [],
      chosen: { off: null, on: null },
      lastRun: 0,
    };
  },
  computed: {
    isRunning() {
      return this.status === "InProgress";
    },
    canAct() {
      return this.mayChange && this.isRunning;
    },
    known() {
      return this.book.events;
    },
    state() {
      return stateAt(this.known, this.endedMs ?? this.now, this.rules);
    },
    isOver() {
      return isPeriodOver(this.state, this.rules);
    },
    nextPeriod() {
      return this.isOver && this.state.period < this.rules.periods ? this.state.period + 1 : null;
    },
    period() {
      return this.state.period ? this.periodNames[this.state.period] : this.words.notStarted;
    },
    time() {
      return this.clockText(this.state.clockS);
    },
    runLabel() {
      if (this.state.running) return this.words.stop;
      return this.nextPeriod ? this.say("startPeriod", { period: this.periodNames[this.nextPeriod] }) : this.words.start;
    },
    scoreText() {
      return this.say("score", this.state.score);
    },
    offeredPeriods() {
      const most = Math.min(this.periodNames.length - 1, Math.max(this.rules.periods, this.state.period) + 1);
      return Array.from({ length: most }, (_, index) => index + 1);
    },
    recent() {
      const own = this.known.filter((event) => !event.isLog && event.id !== this.last?.id);
      return own.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, MOST_RECENT);
    },
    present() {
      return this.players.filter((player) => !player.hasLeft || this.picked.includes(player.id));
    },
    isPicking() {
      return this.isPickingAnew || !this.state.onPitch.length;
    },
    guidance() {
      if (this.isPicking) return this.words.pickHint;
      if (this.chosen.off) return this.say("whoComesOn", { off: this.called(this.chosen.off) });
      return this.chosen.on ? this.say("whoLeaves", { on: this.called(this.chosen.on) }) : this.words.substituteHint;
    },
    groups() {
      const onPitch = this.state.onPitch.map(this.player);
      const bench = this.players.filter((player) => !player.hasLeft && !this.state.onPitch.includes(player.id));
      return [
        { name: "off", label: this.words.onPitch, players: onPitch },
        { name: "on", label: this.words.bench, players: bench },
      ];
    },
  },
  watch: {
    events(events) {
      this.book.hearAll(events);
    },
    points(points) {
      this.book.points = points;
      this.book.load();
    },
  },
  mounted() {
    this.lateMs = this.serverMs - Date.now(); // until the outbox has measured it better
    this.book.hearAll(this.events);
    this.stopListening = listen((news) => this.book.hear(news));
    this.book.load();
    this.tick();
    this.timer = setInterval(this.tick, TICK_MS);
  },
  beforeUnmount() {
    this.stopListening();
    clearInterval(this.timer);
    clearTimeout(this.forgetting);
  },
  methods: {
    tick() {
      this.now = Date.now() + (offsetMs() || this.lateMs);
    },
    say(word, values) {
      return filled(this.words[word], values);
    },
    clockText(clockS) {
      const whole = this.rules.counting === "down" ? Math.ceil : Math.floor;
      const total = whole(Math.round(clockS * 1000) / 1000);
      return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, "0")}`;
    },

    // ---- commands: each is one event, told at once and taken back at a tap
    async send(data, text) {
      try {
        const id = await this.book.send(data);
        navigator.vibrate?.(15);
        this.problem = "";
        this.tell(text, id);
      } catch (error) {
        console.error(error);
        this.problem = this.words.notKept;
      }
      this.tick();
    },
    tell(text, id) {
      this.said = text;
      this.last = { id, text };
      clearTimeout(this.forgetting);
      this.forgetting = setTimeout(() => (this.last = null), TOAST_MS);
    },
    async undo(id) {
      await this.book.undo(id);
      this.last = null;
      this.said = this.words.undone;
      this.tick();
    },
    setClock(clockS, running, text, period = Math.max(1, this.state.period)) {
      const rounded = Math.round(Math.max(0, clockS) * 1000) / 1000;
      return this.send({ kind: "clock", period, clockS: rounded, running }, text);
    },
    run() {
      if (Date.now() - this.lastRun < SECOND_TAP_MS) return;
      this.lastRun = Date.now();
      this.tick();
      if (this.state.running) return this.setClock(this.state.clockS, false, this.say("stopped", { time: this.time }));
      const next = this.nextPeriod;
      if (!next) return this.setClock(this.state.clockS, true, this.words.started);
      return this.setClock(startsAtS(next, this.rules), true, this.say("begun", { period: this.periodNames[next] }), next);
    },
    shift(seconds) {
      this.tick();
      const clockS = Math.max(0, this.state.clockS + seconds);
      return this.setClock(clockS, this.state.running, this.say("set", { time: this.clockText(clockS) }));
    },
    setTime() {
      const [, minutes, seconds = "0"] = /^\s*(\d{1,3})(?::([0-5]?\d))?\s*$/.exec(this.typed) ?? [];
      this.badTime = minutes === undefined;
      if (this.badTime) return;
      const clockS = 60 * Number(minutes) + Number(seconds);
      this.typed = "";
      return this.setClock(clockS, this.state.running, this.say("set", { time: this.clockText(clockS) }));
    },
    setPeriod(number) {
      if (number === this.state.period) return;
      return this.setClock(startsAtS(number, this.rules), false, this.say("next", { period: this.periodNames[number] }), number);
    },
    score(side, points) {
      const sign = points > 0 ? "+" : "−";
      return this.send({ kind: "scored", side, points }, `${this.words[side]} ${sign}${Math.abs(points)}`);
    },

    // ---- who plays
    player(id) {
      return this.players.find((player) => player.id === id) ?? { id, number: "?", name: "" };
    },
    called(id) {
      const { number, name } = this.player(id);
      return `${number} ${name}`;
    },
    minutes(id) {
      return this.say("minutes", { count: Math.floor((this.state.playedS[id] ?? 0) / 60) });
    },
    show(name) {
      this.shown = name;
      this.$refs[name].showModal();
    },
    showLineUp() {
      this.isPickingAnew = false;
      this.chosen = { off: null, on: null };
      this.picked = [...this.state.onPitch];
      this.show("lineUp");
    },
    repick() {
      this.picked = [...this.state.onPitch];
      this.isPickingAnew = true;
    },
    pick(id) {
      this.picked = this.picked.includes(id) ? this.picked.filter((one) => one !== id) : [...this.picked, id];
    },
    async useLineUp() {
      await this.send({ kind: "lineUp", players: [...this.picked] }, this.say("linedUp", { count: this.picked.length }));
      this.isPickingAnew = false;
      this.$refs.lineUp.close();
    },
    choose(group, id) {
      this.chosen[group] = this.chosen[group] === id ? null : id;
      if (this.chosen.off && this.chosen.on) return this.substitute();
    },
    substitute() {
      const { off, on } = this.chosen;
      this.chosen = { off: null, on: null };
      return this.send({ kind: "substitution", off, on }, this.substitution({ off, on }));
    },
    substitution({ off, on }) {
      const parts = [off && this.say("leaves", { player: this.called(off) }), on && this.say("comesOn", { player: this.called(on) })];
      return parts.filter(Boolean).join(", ");
    },

    // ---- what was done
    describe({ at, data }) {
      const when = new Date(at).toLocaleTimeString(this.words.locale, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
      return `${when} · ${this.done[data.kind](data)}`;
    },
  },
  created() {
    this.done = {
      clock: ({ period, clockS, running }) =>
        this.say(running ? "ranFrom" : "stoodAt", { period: this.periodNames[period], time: this.clockText(clockS) }),
      lineUp: ({ players }) => this.say("linedUp", { count: players.length }),
      substitution: (change) => this.substitution(change),
      scored: ({ side, points }) => `${this.words[side]} ${points > 0 ? "+" : "−"}${Math.abs(points)}`,
    };
  },
};

// The scoreboard: it ticks, takes commands and shows them at once, with and without a connection.
//
//   every command is one event: book.send(data) keeps it in the outbox, and the state is read from all events anew

import { offsetMs } from "sideline/clock.js";
import { moves, nextPeriod } from "sideline/clock_moves.js";
import { ClockSheet } from "sideline/clock_sheet.js";
import { stateAt } from "sideline/game.js";
import { GameBook } from "sideline/game_book.js";
import { tellGame } from "sideline/game_news.js";
import { GameTelling } from "sideline/game_telling.js";
import { LineUpSheet } from "sideline/line_up_sheet.js";
import { listen } from "sideline/outbox.js";
import { icon } from "sideline/sentences.js";

const TICK_MS = 200;
const SECOND_TAP_MS = 400;
const TOAST_MS = 8_000;
const MOST_RECENT = 6;

export default {
  components: { ClockSheet, LineUpSheet },
  props: {
    account: String,
    url: String,
    logsUrl: String,
    rules: Object,
    points: Object,
    events: Array, // null until the server has told them
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
          <span class="t-clock game-figures" role="timer">{{ telling.time(state.clockS) }}</span>
          <span v-if="canAct" class="sr-only">{{ words.adjust }}</span>
        </component>
        <button v-if="canAct" type="button" class="game-run" :class="{ 'game-stop': state.running }" @click="run">
          <i class="q-icon notranslate material-icons" aria-hidden="true">{{ state.running ? 'pause' : 'play_arrow' }}</i>
          <span class="game-run-label">{{ runLabel }}</span>
        </button>
      </div>
      <div class="game-score" role="group" :aria-label="telling.say('score', state.score)">
        <template v-for="side in ['us', 'them']" :key="side">
          <span v-if="side === 'them'" class="game-colon" aria-hidden="true">:</span>
          <component :is="canAct ? 'button' : 'div'" class="game-side" :type="canAct ? 'button' : null"
            :aria-label="canAct ? telling.say('plus', { side: words[side], points: state.score[side] }) : null" @click="canAct && score(side, 1)">
            <span class="t-mini">{{ words[side] }}</span>
            <span class="game-points">{{ state.score[side] }}<i v-if="canAct" class="q-icon notranslate material-icons game-plus" aria-hidden="true">add</i></span>
          </component>
        </template>
      </div>
      <button v-if="canAct" type="button" class="game-button game-line-up" aria-haspopup="dialog" @click="show('lineUp')">
        ${icon("groups")}<span>{{ state.onPitch.length ? words.substitute : words.lineUp }}</span>
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

      <template v-if="canAct">
        <clock-sheet ref="clock" v-bind="{ state, telling, rules, periodNames, words, last, recent }"
          @move="move" @score="score" @undo="undo" @close="shown = ''" />
        <line-up-sheet ref="lineUp" v-bind="{ state, telling, players, words, last }" @say="send($event)" @undo="undo" @close="shown = ''" />
      </template>
    </section>`,
  data() {
    return {
      book: new GameBook({ account: this.account, url: this.url, logsUrl: this.logsUrl, points: this.points }),
      now: 0,
      shown: "",
      said: "",
      problem: "",
      last: null, // the deed just done, as {id, text}
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
    telling() {
      return new GameTelling(this);
    },
    known() {
      return this.book.events;
    },
    state() {
      return stateAt(this.known, this.endedMs ?? this.now, this.rules);
    },
    period() {
      return this.state.period ? this.periodNames[this.state.period] : this.words.notStarted;
    },
    runLabel() {
      if (this.state.running) return this.words.stop;
      const next = nextPeriod(this);
      return next ? this.telling.say("startPeriod", { period: this.periodNames[next] }) : this.words.start;
    },
    recent() {
      const own = this.known.filter((event) => !event.isLog && event.id !== this.last?.id);
      const newest = own.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, MOST_RECENT);
      return newest.map(({ id, at, data }) => ({ id, text: `${this.wallTime(at)} · ${this.telling.told(data)}` }));
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
    known() {
      if (this.events) tellGame(this.url, plain({ events: this.known, rules: this.rules, periodNames: this.periodNames }));
    },
  },
  mounted() {
    this.lateMs = this.serverMs - Date.now(); // until the outbox has measured it better
    this.book.hearAll(this.events ?? []);
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
    show(sheet) {
      this.shown = sheet;
      this.$refs[sheet].open();
    },
    wallTime(at) {
      return new Date(at).toLocaleTimeString(this.words.locale, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    },

    // ---- commands: each is one event, told at once and taken back at a tap
    async send(data, text = this.telling.told(data)) {
      try {
        const id = await this.book.send(data, this.telling.named(data));
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
      const { data } = this.known.find((event) => event.id === id) ?? {};
      await this.book.undo(id, data && `${this.words.undone}: ${this.telling.named(data)}`);
      this.last = null;
      this.said = this.words.undone;
      this.tick();
    },
    score(side, points) {
      return this.send({ kind: "scored", side, points });
    },
    run() {
      if (Date.now() - this.lastRun < SECOND_TAP_MS) return;
      this.lastRun = Date.now();
      return this.move("run");
    },
    move(name, value) {
      this.tick();
      const made = moves[name](this, value);
      if (made) return this.send(made.data, made.text);
    },
  },
};

const plain = (value) => Object.freeze(JSON.parse(JSON.stringify(value)));

// Puts the game clock, the period and the score right; game_board.js opens it and sends what it asks for.

import { isPeriodOver } from "sideline/game.js";
import { GameSheet } from "sideline/game_sheet.js";
import { icon } from "sideline/sentences.js";

const STEPS_S = [-10, -1, 1, 10];

export const ClockSheet = {
  components: { GameSheet },
  props: { state: Object, telling: Object, rules: Object, periodNames: Array, words: Object, last: Object, recent: Array },
  emits: ["move", "score", "undo", "close"],
  template: `
    <game-sheet ref="sheet" :words="words" :last="last" :aria-label="words.clock" @undo="$emit('undo', $event)" @close="$emit('close')">
      <template #head>
        <div class="t-small text-muted">{{ period }}</div>
        <div class="t-clock game-large">{{ telling.time(state.clockS) }}</div>
      </template>
      <div class="game-steps" role="group" :aria-label="words.adjust">
        <button v-for="step in steps" :key="step" type="button" class="game-button" @click="$emit('move', 'shift', step)">{{ step > 0 ? '+' : '−' }}{{ Math.abs(step) }} s</button>
      </div>
      <form class="line-up" @submit.prevent="take">
        <label class="game-label fill">{{ words.clockShows }}
          <input v-model="typed" class="plain-input" inputmode="numeric" placeholder="mm:ss" autocomplete="off" :aria-invalid="isBad ? 'true' : null" @input="isBad = false" />
        </label>
        <button type="submit" class="game-button game-bottom">{{ words.setIt }}</button>
      </form>
      <p v-if="isBad" class="t-small text-danger" role="alert">{{ words.badTime }}</p>
      <div class="game-periods" role="group" :aria-label="words.period">
        <button v-for="number in periods" :key="number" type="button" class="game-button" :aria-pressed="String(number === state.period)" @click="$emit('move', 'choose', number)">{{ periodNames[number] }}</button>
      </div>
      <button v-if="!state.running && isOver" type="button" class="game-button" @click="$emit('move', 'goOn')">{{ telling.say('goOn', { period }) }}</button>
      <div class="game-mend" role="group" :aria-label="words.mendScore">
        <span v-for="side in ['us', 'them']" :key="side" class="line-up">
          <span class="fill clip-text">{{ words[side] }} <b class="game-points">{{ state.score[side] }}</b></span>
          <button type="button" class="game-button" :disabled="!state.score[side]" :aria-label="telling.say('minus', { side: words[side] })" @click="$emit('score', side, -1)">${icon("remove")}</button>
          <button type="button" class="game-button" :aria-label="telling.say('plus', { side: words[side], points: state.score[side] })" @click="$emit('score', side, 1)">${icon("add")}</button>
        </span>
      </div>
      <template #below>
        <div v-if="recent.length" class="stack-tight">
          <div class="t-small text-muted">{{ words.recent }}</div>
          <div v-for="event in recent" :key="event.id" class="line-up game-last">
            <span class="fill wrap-text">{{ event.text }}</span>
            <button type="button" class="game-button" :aria-label="words.undo + ': ' + event.text" @click="$emit('undo', event.id)">${icon("undo")}</button>
          </div>
        </div>
      </template>
    </game-sheet>`,
  data: () => ({ typed: "", isBad: false, steps: STEPS_S }),
  computed: {
    period() {
      return this.state.period ? this.periodNames[this.state.period] : this.words.notStarted;
    },
    isOver() {
      return isPeriodOver(this.state, this.rules);
    },
    // One more than there are: extra time.
    periods() {
      const most = Math.min(this.periodNames.length - 1, Math.max(this.rules.periods, this.state.period) + 1);
      return Array.from({ length: most }, (_, index) => index + 1);
    },
  },
  methods: {
    open() {
      this.$refs.sheet.open();
    },
    take() {
      const [, minutes, seconds = "0"] = /^\s*(\d{1,3})(?::([0-5]?\d))?\s*$/.exec(this.typed) ?? [];
      this.isBad = minutes === undefined;
      if (this.isBad) return;
      this.typed = "";
      this.$emit("move", "set", 60 * Number(minutes) + Number(seconds));
    },
  },
};

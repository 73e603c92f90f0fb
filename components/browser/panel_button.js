// One button of the panel: its label, how often it was tapped, and the time that it runs. Whoever places it hears the touch.

import { elapsed } from "sideline/elapsed.js";
import { filled, icon } from "sideline/sentences.js";

export const PanelButton = {
  // `standing` is {state, span?, began?}; `tally` {count, totalS}
  props: { button: Object, standing: Object, tally: Object, nowMs: Number, isFlashing: Boolean, words: Object },
  template: `
    <button type="button" :data-key="button.key" class="pad-button" :class="classes"
      :style="button.color ? { '--pad': button.color, '--pad-ink': button.ink } : null"
      :aria-pressed="button.runs ? String(isRunning) : null" :aria-keyshortcuts="button.shortcut || null">
      <span class="pad-label" dir="auto">{{ button.label }}</span>
      <span class="pad-foot">
        <span v-if="isRunning" class="pad-time t-clock">${icon("fiber_manual_record")}{{ elapsed(nowMs - standing.began) }}</span>
        <i v-else class="q-icon notranslate material-icons pad-kind" aria-hidden="true">{{ button.icon }}</i>
        <template v-if="tally?.count">
          <span class="pad-count" aria-hidden="true">{{ tally.count }}</span>
          <span v-if="tally.totalS" class="pad-total" aria-hidden="true">{{ elapsed(1000 * tally.totalS) }}</span>
          <span class="sr-only">{{ spoken }}</span>
        </template>
        <kbd v-if="button.shortcut" class="pad-key" aria-hidden="true">{{ button.shortcut.toUpperCase() }}</kbd>
      </span>
    </button>`,
  computed: {
    isRunning() {
      return Boolean(this.standing?.span);
    },
    classes() {
      const waits = !this.isRunning && (this.standing?.state ?? "idle") !== "idle";
      const running = { "pad-running": this.isRunning, "pad-waiting": waits, "pad-flash": this.isFlashing };
      return { [`pad-${this.button.size}`]: true, "pad-colored": this.button.color, "pad-still": this.button.held, ...running };
    },
    spoken() {
      const { count, totalS } = this.tally;
      const word = totalS ? "countedFor" : "counted";
      return filled(this.words[word], { count, time: elapsed(1000 * totalS) });
    },
  },
  methods: { elapsed },
};

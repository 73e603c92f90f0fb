// The browser's own slider (keys, touch and screen readers included), plus a state of "not answered".
export default {
  props: { amount: null, lowest: Number, highest: Number, step: Number, words: Object, ariaLabel: String },
  emits: ["update:amount"],
  template: `
    <div class="slide" :class="{ 'slide-open': current === null }">
      <output class="slide-number t-clock">{{ current ?? "–" }}</output>
      <input class="slide-track" type="range" :min="lowest" :max="highest" :step="step" :value="current ?? middle"
        :style="{ '--part': part }" :aria-label="ariaLabel" :aria-valuetext="current === null ? '–' : String(current)"
        @input="say(Number($event.target.value))" @pointerup="settle" @keydown.enter.prevent="settle" @keydown.space.prevent="settle">
      <button type="button" class="slide-clear" :aria-label="words.clear" :disabled="current === null" @click="say(null)">
        <i class="q-icon notranslate material-icons" aria-hidden="true">close</i></button>
    </div>`,
  data() {
    return { current: this.amount ?? null };
  },
  computed: {
    middle() {
      const steps = Math.floor((this.highest - this.lowest) / this.step / 2);
      return this.lowest + steps * this.step;
    },
    part() {
      return ((this.current ?? this.middle) - this.lowest) / (this.highest - this.lowest);
    },
  },
  watch: {
    amount(value) {
      this.current = value ?? null;
    },
  },
  methods: {
    // A tap right on the knob changes nothing for the browser, but it is an answer; touched sliders report no click.
    settle(event) {
      if (this.current === null) this.say(Number(event.target.value));
    },
    say(value) {
      this.current = value === null ? null : Math.round(value * 1e6) / 1e6;
      this.$emit("update:amount", this.current);
    },
  },
};

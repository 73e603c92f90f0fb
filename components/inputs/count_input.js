// Minus, the number, plus. The number is kept here and reported, so it shows at once, also without a connection.
export default {
  props: { count: null, lowest: Number, highest: Number, step: Number, words: Object, ariaLabel: String },
  emits: ["update:count"],
  template: `
    <div class="count" role="group" :aria-label="ariaLabel">
      <button type="button" class="count-button" :aria-label="words.less" :disabled="current !== null && current <= lowest" @click="less">−</button>
      <input class="count-number" type="number" inputmode="decimal" :step="step" :min="lowest" :max="highest"
        :aria-label="ariaLabel" :placeholder="lowest" :value="current" @input="type($event.target.value)">
      <button type="button" class="count-button count-more" :aria-label="words.more" :disabled="highest !== null && highest !== undefined && (current ?? lowest) + step > highest" @click="more">+</button>
    </div>`,
  data() {
    return { current: this.count ?? null };
  },
  watch: {
    count(value) {
      this.current = value ?? null;
    },
  },
  methods: {
    less() {
      this.say(this.current === null ? this.lowest : Math.max(this.lowest, this.current - this.step));
    },
    more() {
      this.say((this.current ?? this.lowest) + this.step);
    },
    type(text) {
      this.say(text === "" ? null : Number(text));
    },
    say(value) {
      this.current = value === null ? null : Math.round(value * 1e6) / 1e6; // 0.1 + 0.2 is 0.3
      this.$emit("update:count", this.current);
    },
  },
};

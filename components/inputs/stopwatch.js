// A duration in seconds. Typed like on a microwave: 325, 3:25 and 3.25 without decimals all mean 3 min 25 s.
const REPORT_MS = 1000;

export default {
  props: { seconds: null, decimals: Number, words: Object, ariaLabel: String },
  emits: ["update:seconds"],
  template: `
    <div class="watch" :class="{ 'watch-runs': running }" role="group" :aria-label="ariaLabel">
      <input class="watch-time t-clock" type="text" inputmode="decimal" autocomplete="off" 
        :placeholder="nought" maxlength="12"
        :aria-label="ariaLabel" :value="text" @change="type($event.target)" @keydown.enter="type($event.target)" @focus="stop">
      <button type="button" class="watch-button" @click="running ? stop() : start()">
        <i class="q-icon notranslate material-icons" aria-hidden="true">{{ running ? 'stop' : 'play_arrow' }}</i>{{ running ? words.stop : words.start }}</button>
      <button type="button" class="watch-clear" :aria-label="words.clear" :disabled="current === null" @click="clear">
        <i class="q-icon notranslate material-icons" aria-hidden="true">close</i></button>
    </div>`,
  data() {
    return { current: this.seconds ?? null, running: false };
  },
  computed: {
    nought() {
      return written(0, this.decimals);
    },
    text() {
      return this.current === null ? "" : written(this.current, this.decimals);
    },
  },
  watch: {
    seconds(value) {
      if ((value ?? null) === this.reported) return; // only an echo of what was reported here
      this.halt();
      this.current = value ?? null;
    },
  },
  created() {
    this.reported = this.current;
  },
  beforeUnmount() {
    this.halt();
  },
  methods: {
    start() {
      this.beganMs = performance.now() - 1000 * (this.current ?? 0);
      this.running = true;
      this.tick();
      this.timer = setInterval(this.tick, this.decimals ? 50 : 200);
    },
    tick() {
      this.current = (performance.now() - this.beganMs) / 1000;
      if (performance.now() - (this.reportedMs ?? 0) >= REPORT_MS) this.report();
    },
    stop() {
      if (!this.running) return;
      this.tick();
      this.halt();
      this.report();
    },
    halt() {
      clearInterval(this.timer);
      this.running = false;
    },
    clear() {
      this.halt();
      this.current = null;
      this.report();
    },
    type(input) {
      const seconds = understood(input.value, this.decimals);
      if (seconds !== undefined) {
        this.current = seconds;
        this.report();
      }
      input.value = this.text; // what is not understood goes back to what was there
    },
    report() {
      const unit = 10 ** this.decimals;
      this.reportedMs = performance.now();
      this.reported = this.current === null ? null : Math.floor(this.current * unit + 1e-6) / unit;
      if (!this.running) this.current = this.reported;
      this.$emit("update:seconds", this.reported);
    },
  },
};

// Seconds as m:ss or h:mm:ss, cut and not rounded, as watches do.
function written(total, decimals) {
  const unit = 10 ** decimals;
  const units = Math.floor(total * unit + 1e-6);
  const whole = Math.floor(units / unit);
  const two = (n) => String(n).padStart(2, "0");
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = decimals ? "." + String(units % unit).padStart(decimals, "0") : "";
  return (hours ? `${hours}:${two(minutes)}` : `${minutes}`) + `:${two(seconds)}${tail}`;
}

// The seconds that were typed; null for nothing, undefined for what cannot be understood.
function understood(typed, decimals) {
  const text = typed.trim().replace(",", ".");
  if (!text) return null;
  if (!decimals && !text.includes(":")) return fromDigits(text.replace(".", ""));
  if (!/^\d{1,4}(:\d{1,2}){0,2}(\.\d*)?$/.test(text)) return undefined;
  return text.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
}

function fromDigits(digits) {
  if (!/^\d{1,7}$/.test(digits)) return undefined;
  const [, hours, minutes, seconds] = /^(\d*?)(\d{0,2}?)(\d{1,2})$/.exec(digits);
  return 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds);
}

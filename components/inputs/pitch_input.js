// A pitch drawn in metres; the mark is kept here as a share of length and width, and reported.
const STEP = 0.02;
const STRIDE = 0.1;
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export default {
  props: { spot: null, pitch: Object, words: Object, ariaLabel: String },
  emits: ["update:spot"],
  template: `
    <div class="pitch">
      <div class="pitch-field" role="application" tabindex="0" :aria-label="ariaLabel + '. ' + words.how" @keydown="press">
        <svg ref="svg" :viewBox="viewBox" aria-hidden="true" @click="tap">
          <rect class="pitch-ground" :x="-pitch.margin" :y="-pitch.margin" :width="outer.length" :height="outer.width" :rx="pitch.margin / 2" />
          <rect class="pitch-line" x="0" y="0" :width="pitch.length" :height="pitch.width" />
          <path class="pitch-line" :d="pitch.lines" />
          <path class="pitch-line pitch-dashes" :d="pitch.dashes" />
          <circle v-for="[x, y] in pitch.spots" class="pitch-spot" :cx="x" :cy="y" :r="0.006 * outer.length" />
          <g v-if="current" class="pitch-mark" :transform="'translate(' + current.x * pitch.length + ' ' + current.y * pitch.width + ')'">
            <circle class="pitch-halo" :r="0.034 * outer.length" />
            <circle class="pitch-dot" :r="0.02 * outer.length" />
          </g>
        </svg>
      </div>
      <div class="pitch-foot">
        <span class="pitch-told" role="status">{{ told }}</span>
        <span v-if="words.attack" class="t-small text-muted">{{ words.attack }} <span aria-hidden="true">→</span></span>
        <button type="button" class="pitch-clear" :disabled="!current" @click="say(null)">{{ words.clear }}</button>
      </div>
    </div>`,
  data() {
    return { current: this.spot ?? null };
  },
  computed: {
    outer() {
      return { length: this.pitch.length + 2 * this.pitch.margin, width: this.pitch.width + 2 * this.pitch.margin };
    },
    viewBox() {
      return `${-this.pitch.margin} ${-this.pitch.margin} ${this.outer.length} ${this.outer.width}`;
    },
    told() {
      return this.current ? `${Math.round(100 * this.current.x)} % / ${Math.round(100 * this.current.y)} %` : "–";
    },
  },
  watch: {
    spot(value) {
      this.current = value ?? null;
    },
  },
  methods: {
    tap(event) {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.$refs.svg.getScreenCTM().inverse());
      this.say({ x: point.x / this.pitch.length, y: point.y / this.pitch.width });
    },
    press(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const way = WAYS[event.key];
      if (event.key === "Delete" || event.key === "Backspace") this.say(null);
      else if (way) this.move(way, event.shiftKey ? STRIDE : STEP);
      else return;
      event.preventDefault();
    },
    // The first arrow puts the mark into the middle.
    move([right, down], step) {
      const { x, y } = this.current ?? { x: 0.5, y: 0.5 };
      this.say(this.current ? { x: x + right * step, y: y + down * step } : { x, y });
    },
    say(spot) {
      const share = (value) => Math.round(1000 * Math.min(1, Math.max(0, value))) / 1000;
      this.current = spot && { x: share(spot.x), y: share(spot.y) };
      this.$emit("update:spot", this.current);
    },
  },
};

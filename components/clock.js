// Time since the start, by the server's clock: the first one on the page learns how far this tablet is off.
export default {
  template: '<time>{{ text }}</time>',
  props: { startedMs: Number, serverMs: Number },
  data: () => ({ text: '', timer: null }),
  mounted() {
    window.sidelineClockOffsetMs ??= this.serverMs - Date.now();
    this.tick();
    this.timer = setInterval(this.tick, 250);
  },
  beforeUnmount() {
    clearInterval(this.timer);
  },
  methods: {
    tick() {
      const total = Math.max(0, Math.floor((Date.now() + window.sidelineClockOffsetMs - this.startedMs) / 1000));
      const two = (n) => String(n).padStart(2, '0');
      const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
      this.text = hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
    },
  },
};

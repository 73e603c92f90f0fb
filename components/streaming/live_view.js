// An interactive image whose source is a websocket: draws the newest JPEG, then acknowledges it, so that nothing queues.
// It draws on a canvas: createImageBitmap decodes beside the page (p95 19 ms a picture; an <img> needs 37-47 ms).
import InteractiveImage from "interactive_image";

const HEADER_BYTES = 16; // picture number, then age in ms when it was sent: float64, little-endian
const STALE_AFTER_MS = 3000;
const RETRY_AFTER_MS = [500, 1000, 2000, 4000, 8000];
const NOTICE = `
  <div v-if="shownNotice" role="status"
    class="absolute inset-0 flex items-center justify-center p-4 text-center t-body"
    :style="{ background: 'inherit', opacity: frozen ? 0.85 : 1 }">{{ shownNotice }}</div>`;

// Resolves when the frame that is being prepared has been handed to the screen.
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

export default {
  extends: InteractiveImage,
  template: InteractiveImage.template.replace("<img", "<canvas").replace("<slot></slot>", `${NOTICE}<slot></slot>`),
  props: { name: String, notice: String, words: Object },
  data: () => ({ state: "connecting", since: "" }),
  computed: {
    aspectRatio() {
      return this.loaded_image_width ? this.loaded_image_width / this.loaded_image_height : 16 / 9;
    },
    frozen() {
      return this.loaded_image_width > 0; // the last picture shines through
    },
    shownNotice() {
      return this.notice || (this.words?.[this.state] ?? "").replace("{time}", this.since);
    },
  },
  created() {
    this.frames = 0;
    this.failures = 0;
    this.visible = true;
    this.onVisibilityChange = () => (document.hidden ? this.close("hidden") : this.open());
  },
  mounted() {
    this.$el.classList.add("stage");
    this.canvas = this.$refs.img;
    this.canvas.setAttribute("role", "img");
    document.addEventListener("visibilitychange", this.onVisibilityChange);
    this.clock = setInterval(this.checkFreshness, 1000);
    this.mark();
  },
  activated() {
    this.visible = true;
    this.open();
  },
  deactivated() {
    this.visible = false;
    this.close("hidden");
  },
  unmounted() {
    document.removeEventListener("visibilitychange", this.onVisibilityChange);
    clearInterval(this.clock);
    this.close("hidden");
  },
  methods: {
    // The base class would load the source as one image; here it is where the pictures come from.
    compute_src() {
      this.canvas.setAttribute("aria-label", this.name);
      if (this.src === this.openedSource) return;
      this.openedSource = this.src;
      this.close(this.src ? "connecting" : "stopped");
      this.open();
    },
    open() {
      if (!this.src || this.src !== this.openedSource || this.socket || document.hidden || !this.visible) return;
      const url = new URL(window.path_prefix + this.src, window.location.href);
      url.protocol = url.protocol.replace("http", "ws");
      const socket = new WebSocket(url);
      socket.binaryType = "arraybuffer";
      socket.onmessage = (event) => this.receive(socket, event.data);
      socket.onclose = () => this.retry(socket);
      this.socket = socket;
      this.openedAt = performance.now();
      if (this.state === "hidden") this.become("connecting");
    },
    close(state) {
      clearTimeout(this.retrying);
      const socket = this.socket;
      this.socket = null;
      socket?.close();
      this.become(state);
    },
    retry(socket) {
      if (socket !== this.socket) return; // closed by ourselves
      this.socket = null;
      this.become("offline");
      const wait_ms = RETRY_AFTER_MS[Math.min(this.failures++, RETRY_AFTER_MS.length - 1)];
      this.retrying = setTimeout(this.open, wait_ms);
    },
    async receive(socket, data) {
      const receivedAt = performance.now();
      const header = new DataView(data, 0, HEADER_BYTES);
      try {
        await this.draw(new Blob([new Uint8Array(data, HEADER_BYTES)], { type: "image/jpeg" }));
      } catch {
        // A broken picture is skipped; without an acknowledgement no other would ever follow.
        if (socket.readyState === WebSocket.OPEN) socket.send("ok");
        return;
      }
      if (socket !== this.socket) return;
      socket.send("ok");
      this.drawnAt = performance.now();
      this.frames += 1;
      this.failures = 0;
      this.become("live");
      this.mark(header.getFloat64(0, true), header.getFloat64(8, true) + this.drawnAt - receivedAt);
    },
    async draw(blob) {
      const bitmap = await createImageBitmap(blob);
      this.fit(bitmap.width, bitmap.height);
      this.canvas.getContext("2d").drawImage(bitmap, 0, 0);
      bitmap.close();
      await painted();
    },
    fit(width, height) {
      if (width === this.canvas.width && height === this.canvas.height && this.loaded_image_width) return;
      Object.assign(this.canvas, { width, height });
      this.loaded_image_width = width;
      this.loaded_image_height = height;
      this.updateViewbox(width, height);
      this.$emit("loaded", { width, height, source: this.src });
    },
    checkFreshness() {
      const last = Math.max(this.drawnAt ?? 0, this.openedAt ?? 0);
      if (this.state === "live" && performance.now() - last > STALE_AFTER_MS) this.become("stale");
    },
    become(state) {
      if (state === this.state) return;
      if (state === "stale" || (state === "offline" && (this.state !== "connecting" || !this.since))) {
        this.since = new Date().toLocaleTimeString(this.words?.locale);
      }
      this.state = state;
      this.$el.dataset.state = state;
    },
    // What a test, or whoever looks into the page, can read.
    mark(picture, age_ms) {
      Object.assign(this.$el.dataset, { state: this.state, frames: this.frames });
      if (picture !== undefined) Object.assign(this.$el.dataset, { picture, ageMs: Math.round(age_ms) });
    },
  },
};

// Plays a file natively and a playlist through hls.js, or natively where the browser has no media source extensions.
export default {
  template: `
    <div class="stage relative w-full" :data-state="state">
      <video ref="video" class="w-full h-full" controls playsinline preload="metadata" :poster="poster || undefined" :aria-label="name"
        @loadedmetadata="onMetadata" @playing="state = 'playing'" @pause="onPause" @ended="onEnded" @error="fail" />
      <div v-if="state === 'error'" role="alert"
        class="absolute inset-0 flex flex-col items-center justify-center gap-2 p-4 text-center t-body" style="background: inherit">
        <p>{{ words.error }}</p>
        <q-btn unelevated no-caps color="primary" icon="refresh" :label="words.retry" @click="load" />
      </div>
    </div>
  `,
  props: { src: String, name: String, start: Number, poster: String, autoplay: Boolean, words: Object },
  emits: ["ended"],
  data: () => ({ state: "loading" }),
  watch: {
    src() {
      this.load();
    },
  },
  mounted() {
    setTimeout(this.load); // window.path_prefix is set only after mounting
  },
  deactivated() {
    this.pause();
  },
  beforeUnmount() {
    this.gone = true;
    this.release();
  },
  methods: {
    async load() {
      this.release();
      this.state = "loading";
      this.wanted = this.start || 0;
      if (!this.src) return;
      const url = (this.src.startsWith("/") ? window.path_prefix : "") + this.src;
      if (new URL(url, window.location.href).pathname.endsWith(".m3u8")) await this.loadPlaylist(url);
      else this.$refs.video.src = url;
    },
    async loadPlaylist(url) {
      await import("hls");
      if (this.gone) return;
      const { Hls } = window;
      if (!Hls.isSupported()) {
        this.$refs.video.src = url; // Safari on a phone
        return;
      }
      this.hls = new Hls({ enableWorker: false, startPosition: this.wanted, backBufferLength: 30 });
      this.hls.on(Hls.Events.ERROR, (_, problem) => problem.fatal && this.fail());
      this.hls.loadSource(url);
      this.hls.attachMedia(this.$refs.video);
    },
    release() {
      this.hls?.destroy();
      this.hls = null;
      const video = this.$refs.video;
      video.removeAttribute("src");
      video.load();
    },
    onMetadata() {
      if (this.wanted) this.$refs.video.currentTime = this.wanted;
      this.wanted = null;
      this.state = "ready";
      if (this.autoplay) this.play();
    },
    onPause() {
      if (this.state === "playing") this.state = "paused";
    },
    onEnded() {
      this.state = "ended";
      this.$emit("ended");
    },
    fail() {
      if (this.$refs.video.hasAttribute("src") || this.hls) this.state = "error";
    },
    seek(seconds) {
      if (this.$refs.video.readyState) this.$refs.video.currentTime = seconds;
      else this.wanted = seconds;
    },
    play() {
      this.$refs.video.play().catch(() => {}); // forbidden without a tap: the controls are there
    },
    pause() {
      this.$refs.video.pause();
    },
  },
};

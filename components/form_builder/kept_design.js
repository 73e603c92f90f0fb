// Keeps an unsaved form in this tablet's storage, so that neither a crash nor a reload loses it; for one user and page.
export default {
  emits: ["found"],
  props: { account: String },
  template: "<template></template>",
  mounted() {
    this.place = `sideline form ${this.account} ${location.pathname}`;
    const kept = this.read();
    if (kept) this.$emit("found", kept);
  },
  methods: {
    read() {
      try {
        return JSON.parse(localStorage.getItem(this.place));
      } catch {
        return null;
      }
    },
    keep(content) {
      try {
        localStorage.setItem(this.place, JSON.stringify({ content, at: Date.now() }));
      } catch {
        // a full or forbidden storage: the form is still on the page
      }
    },
    forget() {
      try {
        localStorage.removeItem(this.place);
      } catch {
        // nothing was kept either
      }
    },
  },
};

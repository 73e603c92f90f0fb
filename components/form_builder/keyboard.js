// The keys of the builder: undo and redo everywhere, moving and removing on a card, Escape to leave the sheet; and the focus.
const PAUSE_MS = 300; // so long a typed word may be under way to the server

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export default {
  emits: ["key"],
  template: "<template></template>",
  mounted() {
    this.typed = -PAUSE_MS;
    addEventListener("keydown", this.hear, true);
    addEventListener("input", this.note, true);
  },
  beforeUnmount() {
    removeEventListener("keydown", this.hear, true);
    removeEventListener("input", this.note, true);
  },
  methods: {
    note() {
      this.typed = performance.now();
    },
    async hear(event) {
      const name = nameOf(event);
      if (!name || document.querySelector(".q-dialog__backdrop")) return;
      if (name === "close" && !document.querySelector(".builder.sheet-open, .builder.palette-open")) return;
      if (name === "close" && document.querySelector(".q-menu")) return;
      event.preventDefault();
      event.stopPropagation();
      const card = event.target.closest?.("[data-key]")?.dataset.key ?? null;
      await later(Math.max(0, this.typed + PAUSE_MS - performance.now()));
      this.$emit("key", { name, card });
    },
    async reveal(key) {
      for (let tries = 0; tries < 40; tries++) {
        const card = document.querySelector(`[data-key="${CSS.escape(key)}"] > .field-head`);
        if (card) return card.scrollIntoView({ block: "nearest" });
        await later(50);
      }
    },
    async focus(selector) {
      const turn = (this.turn = (this.turn ?? 0) + 1); // the newest wish counts
      for (let tries = 0; tries < 40 && turn === this.turn; tries++) {
        const found = [...document.querySelectorAll(selector)].find((element) => element.offsetParent !== null);
        if (found) {
          found.focus({ preventScroll: true });
          (found.closest("[data-key]") ?? found).scrollIntoView({ block: "nearest" });
          return;
        }
        await later(50);
      }
    },
  },
};

function nameOf(event) {
  const key = event.key.toLowerCase();
  const command = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (command && key === "z") return event.shiftKey ? "redo" : "undo";
  if (command && key === "y") return "redo";
  if (command && key === "s") return "save";
  if (event.key === "Escape") return "close";
  if (!event.target.closest?.(".field-card")) return null;
  if (event.altKey && event.key === "ArrowUp") return "up";
  if (event.altKey && event.key === "ArrowDown") return "down";
  if (event.key === "Delete") return "remove";
  return null;
}

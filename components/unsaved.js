// Lets the browser ask before a page with unsaved changes is left.
export default {
  props: { changed: Boolean },
  template: "<template></template>",
  mounted() {
    addEventListener("beforeunload", this.ask);
  },
  beforeUnmount() {
    removeEventListener("beforeunload", this.ask);
  },
  methods: {
    ask(event) {
      if (this.changed) event.preventDefault();
    },
  },
};

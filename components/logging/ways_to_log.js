// Switches between the panel and the form. Both stay alive: a span runs on while the form is filled in.
import { listen } from "sideline/outbox.js";

const KEY = "sideline-way-to-log";
const ICONS = { panel: "apps", form: "list_alt" };

export default {
  props: { words: Object },
  template: `
    <div class="ways" :data-way="way">
      <div class="ways-switch" role="radiogroup" :aria-label="words.way">
        <button
          v-for="(icon, one) in icons" :key="one" type="button" role="radio" class="choice" :class="{ 'choice-on': one === way }"
          :aria-checked="String(one === way)" @click="take(one)"
        ><i class="q-icon notranslate material-icons" aria-hidden="true">{{ icon }}</i>{{ words[one] }}</button>
      </div>
      <div v-show="way === 'panel'"><slot name="panel" /></div>
      <div v-show="way === 'form'" class="stack"><slot name="form" /></div>
    </div>`,
  data: () => ({ way: localStorage.getItem(KEY) === "form" ? "form" : "panel", icons: ICONS }),
  mounted() {
    this.stopListening = listen(({ kind }) => kind === "fixing" && (this.way = "form"));
  },
  beforeUnmount() {
    this.stopListening();
  },
  methods: {
    take(way) {
      this.way = way;
      localStorage.setItem(KEY, way);
    },
  },
};

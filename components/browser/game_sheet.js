// What the sheets of a scoreboard share: opening and closing, and the deed just done with its undo.

import { icon } from "sideline/sentences.js";

export const GameSheet = {
  props: { words: Object, last: Object },
  emits: ["undo", "close"],
  template: `
    <dialog class="game-sheet" @close="$emit('close')" @keydown.stop @click.self="close">
      <div class="stack">
        <div class="spread">
          <div class="fill"><slot name="head" /></div>
          <button type="button" class="game-button game-quiet" :aria-label="words.close" @click="close">${icon("close")}</button>
        </div>
        <slot />
        <div v-if="last" class="line-up game-last">
          <span class="fill wrap-text">{{ last.text }}</span>
          <button type="button" class="game-button" @click="$emit('undo', last.id)">${icon("undo")}{{ words.undo }}</button>
        </div>
        <slot name="below" />
      </div>
    </dialog>`,
  methods: {
    open() {
      this.$el.showModal();
    },
    close() {
      this.$el.close();
    },
  },
};

// The events just made, each with its minute: one of them takes the labels, and the last deed can be undone.

import { filled, icon } from "sideline/sentences.js";

export const EventStrip = {
  // `minuteOf` says when an event was, as {period, clock}; `isKept` whether what is shown goes to the server at all
  props: { events: Array, targetId: String, armed: Object, hint: String, minuteOf: Function, isKept: Boolean, words: Object },
  emits: ["choose", "undo", "disarm"],
  template: `
    <div class="pad-strip">
      <div class="pad-events" role="group" :aria-label="words.events">
        <button v-if="armed" type="button" class="pad-event pad-next" @click="$emit('disarm')">
          ${icon("close")}<span>{{ say("next", { player: armed.label }) }}</span>
        </button>
        <span v-else-if="!events.length" class="pad-hint t-small">{{ hint }}</span>
        <button
          v-for="event in events" :key="event.id" type="button" class="pad-event"
          :class="{ 'pad-target': event.id === targetId, 'pad-undone': event.undone, 'pad-refused': event.refused }"
          :aria-pressed="event.undone ? null : String(event.id === targetId)" :aria-label="spoken(event)"
          :data-event="event.words[0]" @click="$emit('choose', event)"
        >
          <i class="q-icon notranslate material-icons" aria-hidden="true">{{ mark(event) }}</i>
          <span class="pad-when"><span v-if="minuteOf(event).period" class="pad-period">{{ minuteOf(event).period }}</span>
          <span class="pad-minute t-clock">{{ minuteOf(event).clock }}</span></span>
          <span class="pad-words" dir="auto">{{ event.words.join(" · ") }}</span>
        </button>
      </div>
      <button v-if="events.length" type="button" class="pad-undo" :disabled="!targetId" @click="$emit('undo', targetId)">
        ${icon("undo")}{{ words.undo }}
      </button>
    </div>`,
  methods: {
    mark(event) {
      if (event.refused) return "error_outline";
      if (event.undone) return "restore";
      if (this.isKept && !event.sent) return "cloud_upload";
      return event.id === this.targetId ? "sell" : "check";
    },
    spoken(event) {
      const { period, clock } = this.minuteOf(event);
      const text = [period, clock, event.words.join(", ")].filter(Boolean).join(" ");
      return event.undone ? this.say("bringBack", { event: text }) : text;
    },
    say(word, values) {
      return filled(this.words[word], values);
    },
  },
};

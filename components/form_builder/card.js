// One field on the canvas; a section also holds the cards of its fields. One element each, so that sixty stay light.
export default {
  props: { field: Object, selected: Boolean, problem: String, words: Object },
  emits: ["open", "act"],
  template: `
    <article class="field-card" :class="{ 'field-section': field.holds, 'field-selected': selected }" :data-key="field.key">
      <div class="field-head">
        <i class="grip q-icon notranslate material-icons" aria-hidden="true">drag_indicator</i>
        <button type="button" class="field-open" :aria-current="selected ? 'true' : null" @click="$emit('open')">
          <i class="field-icon q-icon notranslate material-icons" aria-hidden="true">{{ field.icon }}</i>
          <span class="field-text">
            <span class="field-label" :class="{ 'text-muted': !field.label }">{{ field.label || words.untitled }}</span>
            <span class="field-facts">
              <span>{{ field.kind }}</span>
              <span v-for="mark in field.marks" :key="mark">{{ mark }}</span>
            </span>
          </span>
        </button>
      </div>
      <p v-if="problem" class="field-problem" role="alert">{{ problem }}</p>
      <div v-if="selected" class="field-actions" role="group" :aria-label="words.actions">
        <button v-for="action in words.verbs" :key="action.name" type="button" class="field-action"
          @click="$emit('act', action.name)">
          <i class="q-icon notranslate material-icons" aria-hidden="true">{{ action.icon }}</i>{{ action.word }}
        </button>
      </div>
      <slot></slot>
    </article>`,
};

// Buttons to choose from; the choice is kept here and reported, so it shows at once, also without a connection.
export default {
  props: { options: Array, multiple: Boolean, chosen: null, ariaLabel: String },
  emits: ["update:chosen"],
  template: `
    <div class="choices" :role="multiple ? 'group' : 'radiogroup'" :aria-label="ariaLabel">
      <button
        v-for="option in options" :key="option.value" type="button" class="choice"
        :class="{ 'choice-on': isOn(option) }"
        :style="option.color ? { '--choice': option.color, '--choice-ink': option.ink } : null"
        :role="multiple ? 'checkbox' : 'radio'" :aria-checked="isOn(option) ? 'true' : 'false'"
        @click="toggle(option)"
      ><i class="q-icon notranslate material-icons" aria-hidden="true">{{ isOn(option) ? 'check' : '' }}</i>{{ option.label }}</button>
    </div>`,
  data() {
    return { current: this.chosen };
  },
  watch: {
    chosen(value) {
      this.current = value;
    },
  },
  methods: {
    isOn(option) {
      return this.multiple ? (this.current ?? []).includes(option.value) : this.current === option.value;
    },
    toggle(option) {
      const others = (this.current ?? []).length && this.multiple ? this.current.filter((v) => v !== option.value) : [];
      if (this.multiple) this.current = this.isOn(option) ? others : [...others, option.value];
      else this.current = this.isOn(option) ? null : option.value;
      this.$emit("update:chosen", this.current);
    },
  },
};

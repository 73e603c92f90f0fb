// Buttons to choose from; the choice is kept here and reported, so it shows at once, also without a connection.
export default {
  props: { options: Array, multiple: Boolean, chosen: null, ariaLabel: String, nothing: String },
  emits: ["update:chosen"],
  template: `
    <div class="choices" :role="multiple ? 'group' : 'radiogroup'" :aria-label="ariaLabel">
      <button
        v-for="option in offered" :key="option.value" type="button" class="choice"
        :class="{ 'choice-on': isOn(option), 'choice-retired': option.retired }"
        :style="option.color ? { '--choice': option.color, '--choice-ink': option.ink } : null"
        :role="multiple ? 'checkbox' : 'radio'" :aria-checked="isOn(option) ? 'true' : 'false'"
        :aria-label="option.number ? option.label : null"
        @click="toggle(option)"
      ><template v-if="option.number"><span class="choice-number">{{ option.number }}</span><span class="choice-name">{{ option.name }}</span></template
      ><template v-else><i class="q-icon notranslate material-icons" aria-hidden="true">{{ isOn(option) ? 'check' : '' }}</i>{{ option.label }}</template></button>
      <div v-if="nothing && !offered.length" class="choices-nothing">{{ nothing }}</div>
    </div>`,
  data() {
    return { current: this.chosen };
  },
  computed: {
    offered() {
      return this.options.filter((option) => !option.retired || this.isOn(option));
    },
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

// The players above the buttons: who is on the pitch first, the others behind "Bench".

export const PlayerRow = {
  props: { players: Array, onPitch: Array, armed: Object, patienceMs: Number, isOff: Boolean, words: Object },
  emits: ["choose"],
  template: `
    <div class="pad-players" role="group" :aria-label="words.players">
      <template v-for="row in rows" :key="row.name">
        <button v-if="row.name" type="button" class="pad-player pad-bench" :aria-expanded="String(benchIsOpen)" @click="benchIsOpen = !benchIsOpen">
          <i class="q-icon notranslate material-icons" aria-hidden="true">{{ benchIsOpen ? "expand_less" : "expand_more" }}</i>
          <span class="pad-name">{{ row.name }}</span>
        </button>
        <template v-if="!row.name || benchIsOpen">
          <button
            v-for="player in row.players" :key="player.value" type="button" class="pad-player"
            :class="{ 'pad-armed': isArmed(player) }" :aria-pressed="String(isArmed(player))"
            :aria-label="player.label" :disabled="isOff" @click="$emit('choose', player)"
          >
            <span class="pad-number t-clock">{{ player.number || player.name.slice(0, 2) }}</span>
            <span class="pad-name" dir="auto">{{ player.name }}</span>
            <span v-if="isArmed(player)" class="pad-fuse" :style="{ animationDuration: patienceMs + 'ms' }"></span>
          </button>
        </template>
      </template>
    </div>`,
  data: () => ({ benchIsOpen: false }),
  computed: {
    rows() {
      const places = new Map(this.onPitch.map((id, place) => [id, place]));
      if (!places.size) return [{ name: "", players: this.players }];
      const pitch = this.players.filter((player) => places.has(player.value));
      const bench = this.players.filter((player) => !places.has(player.value));
      pitch.sort((a, b) => places.get(a.value) - places.get(b.value));
      return [{ name: "", players: pitch }, ...(bench.length ? [{ name: this.words.bench, players: bench }] : [])];
    },
  },
  methods: {
    isArmed(player) {
      return this.armed?.value === player.value;
    },
  },
};

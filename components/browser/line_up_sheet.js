// Who plays: picks a line-up, and substitutes with two taps; game_board.js opens it and sends what it says.

import { GameSheet } from "sideline/game_sheet.js";

export const LineUpSheet = {
  components: { GameSheet },
  props: { state: Object, telling: Object, players: Array, words: Object, last: Object },
  emits: ["say", "undo", "close"],
  template: `
    <game-sheet ref="sheet" class="game-sheet-wide" :words="words" :last="last" :aria-label="words.lineUp" @undo="$emit('undo', $event)" @close="$emit('close')">
      <template #head>
        <div class="t-head">{{ isPicking ? words.lineUp : words.substitute }}</div>
        <div class="t-small text-muted">{{ guidance }}</div>
      </template>
      <p v-if="!players.length" class="text-muted">{{ words.noPlayers }}</p>
      <template v-else-if="isPicking">
        <div class="game-players" role="group" :aria-label="words.lineUp">
          <button v-for="player in present" :key="player.id" type="button" class="game-player" :aria-pressed="String(picked.includes(player.id))" @click="pick(player.id)">
            <span class="shout">{{ player.number }}</span><span class="clip-text">{{ player.name }}</span><span class="t-mini">{{ player.position }}</span>
          </button>
        </div>
        <button type="button" class="game-run" @click="useLineUp">{{ telling.say('use', { count: picked.length }) }}</button>
      </template>
      <template v-else>
        <div v-for="group in groups" :key="group.name" class="stack-tight">
          <div class="t-small text-muted">{{ group.label }}</div>
          <div class="game-players" role="group" :aria-label="group.label">
            <button v-for="player in group.players" :key="player.id" type="button" class="game-player" :class="'game-' + group.name" :aria-pressed="String(chosen[group.name] === player.id)" @click="choose(group.name, player.id)">
              <span class="shout">{{ player.number }}</span><span class="clip-text">{{ player.name }}</span><span class="t-mini">{{ minutes(player.id) }}</span>
            </button>
          </div>
        </div>
        <div class="line-up">
          <button v-if="chosen.off || chosen.on" type="button" class="game-button" @click="substitute">{{ chosen.off ? words.onlyOff : words.onlyOn }}</button>
          <button type="button" class="game-button game-quiet" @click="repick">{{ words.pickAnew }}</button>
        </div>
      </template>
    </game-sheet>`,
  data: () => ({ isPickingAnew: false, picked: [], chosen: { off: null, on: null } }),
  computed: {
    isPicking() {
      return this.isPickingAnew || !this.state.onPitch.length;
    },
    present() {
      return this.players.filter((player) => !player.hasLeft || this.picked.includes(player.id));
    },
    groups() {
      const onPitch = this.state.onPitch.map((id) => this.telling.player(id));
      const bench = this.players.filter((player) => !player.hasLeft && !this.state.onPitch.includes(player.id));
      return [
        { name: "off", label: this.words.onPitch, players: onPitch },
        { name: "on", label: this.words.bench, players: bench },
      ];
    },
    guidance() {
      if (this.isPicking) return this.words.pickHint;
      if (this.chosen.off) return this.telling.say("whoComesOn", { off: this.telling.called(this.chosen.off) });
      return this.chosen.on ? this.telling.say("whoLeaves", { on: this.telling.called(this.chosen.on) }) : this.words.substituteHint;
    },
  },
  methods: {
    open() {
      this.isPickingAnew = false;
      this.chosen = { off: null, on: null };
      this.picked = [...this.state.onPitch];
      this.$refs.sheet.open();
    },
    minutes(id) {
      return this.telling.say("minutes", { count: Math.floor((this.state.playedS[id] ?? 0) / 60) });
    },
    repick() {
      this.picked = [...this.state.onPitch];
      this.isPickingAnew = true;
    },
    pick(id) {
      this.picked = this.picked.includes(id) ? this.picked.filter((one) => one !== id) : [...this.picked, id];
    },
    useLineUp() {
      this.$emit("say", { kind: "lineUp", players: [...this.picked] });
      this.$refs.sheet.close();
    },
    choose(group, id) {
      this.chosen[group] = this.chosen[group] === id ? null : id;
      if (this.chosen.off && this.chosen.on) this.substitute();
    },
    substitute() {
      const { off, on } = this.chosen;
      this.chosen = { off: null, on: null };
      this.$emit("say", { kind: "substitution", off, on });
    },
  },
};

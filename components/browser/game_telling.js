// Says in words what an event of a game says: "Clock runs, 1st half 12:31", "7 Anna off, 10 Zoé on".

import { clockText } from "sideline/game.js";
import { filled } from "sideline/sentences.js";

export class GameTelling {
  constructor({ words, rules, periodNames, players }) {
    Object.assign(this, { words, rules, periodNames, players });
  }

  say(word, values) {
    return filled(this.words[word], values);
  }

  time(clockS) {
    return clockText(clockS, this.rules);
  }

  // What is told, for a list that shows what was done.
  told(data) {
    return this[data.kind](data);
  }

  // The same with the name of its kind: "Score: Us +1".
  named(data) {
    return `${this.words.kinds[data.kind]}: ${this.told(data)}`;
  }

  clock({ period, clockS, running }) {
    return this.say(running ? "ranFrom" : "stoodAt", { period: this.periodNames[period], time: this.time(clockS) });
  }

  lineUp({ players }) {
    return this.say("linedUp", { count: players.length });
  }

  substitution({ off, on }) {
    const parts = [off && this.say("leaves", { player: this.called(off) }), on && this.say("comesOn", { player: this.called(on) })];
    return parts.filter(Boolean).join(", ");
  }

  scored({ side, points }) {
    return `${this.words[side]} ${points > 0 ? "+" : "−"}${Math.abs(points)}`;
  }

  player(id) {
    return this.players.find((player) => player.id === id) ?? { id, number: "?", name: "" };
  }

  called(id) {
    const { number, name } = this.player(id);
    return `${number} ${name}`;
  }
}

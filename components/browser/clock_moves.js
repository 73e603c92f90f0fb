// What a command does to the game clock: each gives the event that it makes and what is told of it, or nothing.
//
//   moves[name](game, value) → { data, text };   game: { state, rules, telling, periodNames }

import { isPeriodOver, startsAtS } from "sideline/game.js";

// The period that may begin now: the one before has taken its time.
export function nextPeriod({ state, rules }) {
  return isPeriodOver(state, rules) && state.period < rules.periods ? state.period + 1 : null;
}

export const moves = {
  run(game) {
    if (game.state.running) return moves.stop(game);
    return nextPeriod(game) ? moves.begin(game, nextPeriod(game)) : moves.goOn(game);
  },
  stop({ state, telling }) {
    return made(state, state.clockS, false, telling.say("stopped", { time: telling.time(state.clockS) }));
  },
  goOn: ({ state, telling }) => made(state, state.clockS, true, telling.words.started),
  begin({ state, rules, telling, periodNames }, period) {
    return made(state, startsAtS(period, rules), true, telling.say("begun", { period: periodNames[period] }), period);
  },
  shift: (game, seconds) => moves.set(game, Math.max(0, game.state.clockS + seconds)),
  set({ state, telling }, clockS) {
    return made(state, clockS, state.running, telling.say("set", { time: telling.time(clockS) }));
  },
  choose({ state, rules, telling, periodNames }, period) {
    if (period === state.period) return null;
    return made(state, startsAtS(period, rules), false, telling.say("next", { period: periodNames[period] }), period);
  },
};

function made(state, clockS, running, text, period = Math.max(1, state.period)) {
  return { data: { kind: "clock", period, clockS: Math.round(Math.max(0, clockS) * 1000) / 1000, running }, text };
}

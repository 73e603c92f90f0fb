// How a game stands at a moment, read from its events: models/game.py says the same, and one table of cases holds both.
//
//   stateAt(events, momentMs, rules) → { period, clockS, running, onPitch, score: { us, them }, playedS: { id: s } }
//
// events: [{ at: ISO 8601, data: Happening }]; rules: { periods, periodS, counting, continues }, as in JSON.

export function startsAtS(period, rules) {
  if (rules.counting === "down") return rules.periodS;
  return rules.continues ? (period - 1) * rules.periodS : 0;
}

// Whether the time that this period should take is over; a clock that counts up goes on.
export function isPeriodOver({ period, clockS }, rules) {
  if (!period) return false;
  return rules.counting === "down" ? clockS === 0 : clockS >= startsAtS(period, rules) + rules.periodS;
}

// Minutes and seconds as a scoreboard shows them: counting down, 0:00 means that the time is over.
export function clockText(clockS, rules) {
  const whole = rules.counting === "down" ? Math.ceil : Math.floor;
  const total = whole(Math.round(clockS * 1000) / 1000);
  return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, "0")}`;
}

export function stateAt(events, momentMs, rules) {
  let state = { period: 0, clockS: startsAtS(1, rules), running: false, onPitch: [], score: { us: 0, them: 0 }, playedS: {} };
  let sinceMs = momentMs;
  for (const { atMs, data } of inOrder(events)) {
    if (atMs > momentMs) break;
    state = happened[data.kind](ticked(state, (atMs - sinceMs) / 1000, rules), data, rules);
    sinceMs = atMs;
  }
  const { us, them } = state.score;
  return { ...ticked(state, (momentMs - sinceMs) / 1000, rules), score: { us: Math.max(0, us), them: Math.max(0, them) } };
}

const happened = {
  clock(before, { period, clockS, running }, rules) {
    const state = { ...before, period, clockS, running };
    return period === before.period ? { ...state, playedS: played(before, clockS, rules) } : state;
  },
  lineUp: (before, { players }) => ({ ...before, onPitch: [...new Set(players)] }),
  substitution: (before, change) => ({ ...before, onPitch: substituted(before.onPitch, change) }),
  scored: (before, { side, points }) => ({ ...before, score: { ...before.score, [side]: before.score[side] + points } }),
};

// A clock that counts down ends at 0.
function ticked(state, passedS, rules) {
  if (!state.running) return state;
  const isDown = rules.counting === "down";
  const clockS = Math.max(0, state.clockS + (isDown ? -passedS : passedS));
  return { ...state, clockS, running: !(isDown && clockS === 0), playedS: played(state, clockS, rules) };
}

function played({ clockS, onPitch, playedS }, untilS, rules) {
  const passedS = rules.counting === "down" ? clockS - untilS : untilS - clockS;
  return { ...playedS, ...Object.fromEntries(onPitch.map((id) => [id, Math.max(0, (playedS[id] ?? 0) + passedS)])) };
}

function substituted(onPitch, { off = null, on = null }) {
  if (on === off) return onPitch;
  if (on === null || onPitch.includes(on)) return onPitch.filter((id) => id !== off);
  if (!onPitch.includes(off)) return [...onPitch, on];
  return onPitch.map((id) => (id === off ? on : id));
}

// Sorting is stable: events of the same moment count in the order in which they are given.
const inOrder = (events) =>
  events.map(({ at, data }) => ({ atMs: Date.parse(at), data })).sort((a, b) => a.atMs - b.atMs);

// The server's time on a tablet whose clock is off: measured while connected, remembered for later.

const KEY = "sideline-clock-offset-ms";
let bestRoundTripMs = Infinity;

// How far the server's clock is ahead of this tablet's.
export const offsetMs = () => Number(localStorage.getItem(KEY) ?? 0);

export const serverNow = () => Date.now() + offsetMs();

// Forget how good the last measurement was: the clock may have been set since.
export function measureAnew() {
  bestRoundTripMs = Infinity;
}

// Take an answer of the server into account; the quickest round trip counts.
export function hearTime(askedMs, serverMs) {
  const roundTripMs = Date.now() - askedMs;
  if (roundTripMs > bestRoundTripMs) return;
  bestRoundTripMs = roundTripMs;
  localStorage.setItem(KEY, serverMs - (askedMs + Date.now()) / 2);
}

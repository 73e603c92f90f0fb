// What the scoreboard knows of its game, told to whatever else on this page shows its minutes or who plays.
//
//   tellGame(url, game)            game: { events, rules, periodNames }, with all that this tablet did, sent or not
//   hearGame(url, hear) → stop     hears at once what was told last

const told = new Map();
const listeners = new Set();

export function tellGame(url, game) {
  told.set(url, game);
  for (const listener of listeners) if (listener.url === url) listener.hear(game);
}

export function hearGame(url, hear) {
  const listener = { url, hear };
  listeners.add(listener);
  if (told.has(url)) hear(told.get(url));
  return () => listeners.delete(listener);
}

// Ids that a tablet makes by itself: a UUID, also where the browser has no randomUUID.

// It is missing on plain HTTP, and a club's laptop often serves plain HTTP.
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const digits = [...crypto.getRandomValues(new Uint8Array(16))];
  digits[6] = (digits[6] & 0x0f) | 0x40;
  digits[8] = (digits[8] & 0x3f) | 0x80;
  const hex = digits.map((digit) => digit.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

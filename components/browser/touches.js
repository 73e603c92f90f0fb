// Fingers, keys and screen readers on buttons: what they do is a press, a release, and a tap when both are on the button.
//
//   happen(button, on) → whether something moved; awaits(button, on); touched(button) is for whoever shows it

const SECOND_TAP_MS = 250; // no event of a match repeats that fast, a trembling finger does

export class Touches {
  constructor({ happen, awaits, touched }) {
    Object.assign(this, { happen, awaits, touched, held: new Map(), since: new Map() }); // finger or key → button; button → ms
  }

  down(event, button) {
    if (event.button > 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.hold("p" + event.pointerId, button);
  }

  up(event) {
    const box = event.currentTarget.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    const isInside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    this.letGo("p" + event.pointerId, isInside);
  }

  cancel(event) {
    this.letGo("p" + event.pointerId);
  }

  keyDown(event, button) {
    if (!event.repeat) this.hold("k" + event.code, button);
  }

  keyUp(event) {
    this.letGo("k" + event.code, true);
  }

  // A screen reader clicks without finger or key; it cannot hold, so its second click lets go.
  assisted(event, button) {
    if (event.detail > 0 || this.trembles(button)) return;
    this.touched(button);
    if (this.awaits(button, "release")) return this.happen(button, "release");
    this.happen(button, "press");
    if (!this.awaits(button, "release")) this.happen(button, "tap");
  }

  hold(by, button) {
    if (this.held.has(by) || this.trembles(button)) return;
    this.held.set(by, button);
    this.touched(button);
    this.happen(button, "press");
  }

  letGo(by, isTap = false) {
    const button = this.held.get(by);
    if (!button) return;
    this.held.delete(by);
    this.happen(button, "release");
    if (isTap) this.happen(button, "tap");
  }

  letAllGo() {
    for (const by of [...this.held.keys()]) this.letGo(by);
  }

  // A finger that holds may lose the button for a moment: taking it up again counts.
  trembles({ key, held }) {
    const now = performance.now();
    if (!held && now - (this.since.get(key) ?? -Infinity) < SECOND_TAP_MS) return true;
    this.since.set(key, now);
    return false;
  }
}

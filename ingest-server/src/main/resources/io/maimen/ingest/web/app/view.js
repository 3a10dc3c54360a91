import { LitElement } from "lit";

/** One beat for all, or two countdowns of the same alert would show different seconds. */
const second = new EventTarget();
setInterval(() => second.dispatchEvent(new Event("passed")), 1000);

/**
 * Our elements render into the page itself, so that one style sheet and one set of ids serve all. What an element listens
 * to, it listens to only while it is on the page.
 */
export class View extends LitElement {
  #leave = [];

  createRenderRoot() {
    return this;
  }

  /** Hears events of another target; called from connectedCallback. */
  hear(target, type, handler) {
    target.addEventListener(type, handler);
    this.#leave.push(() => target.removeEventListener(type, handler));
  }

  /** Renders again every second, because "3 min ago" does not stay true by itself. */
  tick() {
    this.hear(second, "passed", () => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.splice(0).forEach((leave) => leave());
  }
}

/** The key of a command, or "" when the key belongs to a field being written in or to the browser. */
export function commandKey(event) {
  const taken = event.target.closest?.("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey;
  return taken ? "" : event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

import { html, LitElement } from "lit";
import { refusalText } from "./texts.js";

/** One beat for all, or two countdowns of the same alert would show different seconds. */
const second = new EventTarget();
setInterval(() => second.dispatchEvent(new Event("passed")), 1000);

/**
 * Our elements render into the page itself, so that one style sheet and one set of ids serve all. What an element listens
 * to, it listens to only while it is on the page. What the server refuses stays on the element, to be read there.
 */
export class View extends LitElement {
  static properties = { language: {}, refusal: { state: true }, busy: { state: true } };
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

  /** What the server answers to a question, or undefined when it refused or did not answer. */
  async asks(question) {
    try {
      const answer = await question();
      this.refusal = "";
      return answer;
    } catch (error) {
      this.refusal = refusalText(error);
      return undefined;
    }
  }

  /** Carries out a command, one at a time: who presses twice means it once. True when it went through. */
  async does(command) {
    if (this.busy) return false;
    Object.assign(this, { busy: true, refusal: "" });
    try {
      await command();
      return true;
    } catch (error) {
      this.refusal = refusalText(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** A form's command, by submit; the form is empty again when it went through. */
  submits(command) {
    return async (event) => {
      event.preventDefault();
      const form = event.target;
      if (await this.does(() => command(Object.fromEntries(new FormData(form))))) form.reset();
    };
  }

  refused() {
    return this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : "";
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

import { html } from "lit";
import { alertSteps } from "./alert-steps.js";
import { api } from "./api.js";
import { nextStep, whyNot } from "./may.js";
import { store } from "./store.js";
import { refusalText, t } from "./texts.js";
import { commandKey, View } from "./view.js";

const OPINIONS = ["confirmed", "not-confirmed", "refer", "measure-again"];

/**
 * An alert's way through people's hands: taken, reviewed by one, reviewed by another, closed. Shows the next step only, or why
 * the reader may not take it. By key: A takes, a digit chooses, S signs, C closes, Enter goes to the text.
 */
class AlertHandling extends View {
  static properties = { alert: {}, opinion: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.opinion = "";
    this.hear(window, "keydown", (event) => this.key(event));
  }

  willUpdate(changed) {
    const before = changed.get("alert");
    if (!before || (before.id === this.alert.id && before.state === this.alert.state)) return;
    /* Another alert, or another step: what was written was not about this. */
    Object.assign(this, { refusal: "", opinion: "" });
    if (this.text) this.text.value = "";
  }

  render() {
    return html`
      <form class="card handle" @submit=${(event) => event.preventDefault()}>
        <h2>${t("alert.handle")}</h2>
        ${alertSteps(this.alert)} ${this.step()}
        <span class="refusal" role="alert">${this.refusal ?? ""}</span>
      </form>`;
  }

  step() {
    const reason = whyNot(this.alert, store.me);
    if (reason) return html`<p class="explained">${t(`step.not.${reason}`)}</p>`;
    const step = nextStep(this.alert);
    if (step === "acknowledge") return html`<div class="acts">${this.button("acknowledge", "A", () => this.acknowledge())}</div>`;
    if (step === "close") return this.closing();
    return this.reviewing(step);
  }

  reviewing(step) {
    return html`
      <div class="chips" role="group" aria-label=${t("review.opinion")}>
        ${OPINIONS.map((opinion, i) => html`<button type="button" class="chip ${opinion === this.opinion ? "on" : ""}" name="opinion" value=${opinion}
          aria-pressed=${opinion === this.opinion} @click=${() => this.choose(i)}>${t(`opinion.${opinion}`)} <kbd>${i + 1}</kbd></button>`)}
      </div>
      <textarea name="text" rows="2" placeholder=${t("review.text")} aria-label=${t("review.text")}></textarea>
      <div class="acts">${this.button(step, "S", () => this.sign())} <span class="dim small">${t("review.keys")}</span></div>`;
  }

  closing() {
    return html`
      <div class="chips">
        ${this.reasons.map((reason, i) => html`<button type="button" class="chip" @click=${() => this.choose(i)}>${reason} <kbd>${i + 1}</kbd></button>`)}
      </div>
      <textarea name="text" rows="2" placeholder=${t("alert.reason")} aria-label=${t("alert.reason")}></textarea>
      <div class="acts">${this.button("close", "C", () => this.close())} <span class="dim small">${t("alert.keys")}</span></div>`;
  }

  button(step, key, command) {
    return html`<button type="button" class="act" name=${step} ?disabled=${this.busy} @click=${command}>${t(`step.do.${step}`)} <kbd>${key}</kbd></button>`;
  }

  get reasons() {
    return t("alert.reasons").split("|");
  }

  get text() {
    return this.querySelector("textarea");
  }

  /** The i-th opinion while reviewing, the i-th reason while closing. */
  choose(i) {
    if (nextStep(this.alert) === "close") this.text.value = this.reasons[i];
    else this.opinion = OPINIONS[i];
    this.refusal = "";
  }

  acknowledge() {
    return this.takes(() => api.acknowledge(this.alert.id, ""));
  }

  sign() {
    if (this.opinion) return this.takes(() => api.review(this.alert.id, this.opinion, this.text.value.trim()));
    this.refusal = t("review.opinion.needed");
    return undefined;
  }

  close() {
    const reason = this.text.value.trim();
    if (reason) return this.takes(() => api.close(this.alert.id, reason));
    this.refusal = t("alert.reason.needed");
    this.text.focus();
    return undefined;
  }

  async takes(command) {
    if (this.busy) return;
    Object.assign(this, { busy: true, refusal: "" });
    try {
      store.keep(await command());
    } catch (error) {
      this.refusal = error.status === 409 ? t("alert.conflict") : refusalText(error);
      if (error.status === 409) await store.reload();
    } finally {
      this.busy = false;
    }
  }

  key(event) {
    if (event.target === this.text) return this.keyInText(event);
    const command = whyNot(this.alert, store.me) ? undefined : this.commands()[commandKey(event)];
    if (!command) return undefined;
    command();
    /* Else the key would be typed into the text that now has the focus. */
    return event.preventDefault();
  }

  /** What each key does in this step. */
  commands() {
    const step = nextStep(this.alert);
    if (step === "acknowledge") return { a: () => this.acknowledge() };
    const choices = step === "close" ? this.reasons : OPINIONS;
    const commands = Object.fromEntries(choices.map((_, i) => [String(i + 1), () => this.choose(i)]));
    const toText = document.activeElement?.closest("button, a:not(.row)") ? {} : { Enter: () => this.text.focus() };
    return { ...commands, ...toText, ...(step === "close" ? { c: () => this.close() } : { s: () => this.sign() }) };
  }

  keyInText(event) {
    if (event.key === "Escape") this.text.blur();
    if (event.key === "Enter" && event.ctrlKey) this[nextStep(this.alert) === "close" ? "close" : "sign"]();
  }
}
customElements.define("alert-handling", AlertHandling);

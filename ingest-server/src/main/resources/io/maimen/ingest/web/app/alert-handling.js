import { html } from "lit";
import { api } from "./api.js";
import { store } from "./store.js";
import { refusalText, t } from "./texts.js";
import { commandKey, View } from "./view.js";

/** Taking and closing an alert, by mouse or by key: A takes, a digit chooses a reason, C closes, Enter goes to the text. */
class AlertHandling extends View {
  static properties = { alert: {}, language: {}, refusal: { state: true }, busy: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.hear(window, "keydown", (event) => this.key(event));
  }

  willUpdate(changed) {
    const before = changed.get("alert");
    if (!before || before.id === this.alert.id) return;
    /* Another alert: what was written about the last one is not about this one. */
    this.refusal = "";
    this.text.value = "";
  }

  render() {
    const taken = this.alert.state === "acknowledged";
    return html`
      <form class="card handle" @submit=${(event) => event.preventDefault()}>
        <h2>${t("alert.handle")}</h2>
        <div class="chips">
          ${this.reasons.map((reason, i) => html`<button type="button" class="chip" @click=${() => this.say(reason)}>${reason} <kbd>${i + 1}</kbd></button>`)}
        </div>
        <textarea name="reason" rows="2" placeholder=${t("alert.reason")} aria-label=${t("alert.reason")}></textarea>
        <div class="acts">
          ${taken
            ? ""
            : html`<button type="button" class="act" name="acknowledge" ?disabled=${this.busy} @click=${this.acknowledge}>${t("alert.acknowledge")} <kbd>A</kbd></button>`}
          <button type="button" class=${taken ? "act" : ""} name="close" ?disabled=${this.busy} @click=${this.close}>${t("alert.close")} <kbd>C</kbd></button>
          <span class="dim small">${t("alert.keys")}</span>
          <span class="refusal" role="alert">${this.refusal ?? ""}</span>
        </div>
      </form>`;
  }

  get reasons() {
    return t("alert.reasons").split("|");
  }

  get text() {
    return this.querySelector("textarea");
  }

  say(reason) {
    this.text.value = reason;
    this.refusal = "";
  }

  acknowledge() {
    return this.does(() => api.acknowledge(this.alert.id, this.text.value.trim()));
  }

  close() {
    const reason = this.text.value.trim();
    if (reason) return this.does(() => this.takeAndClose(this.alert, reason));
    this.refusal = t("alert.reason.needed");
    this.text.focus();
    return undefined;
  }

  /** Who closes what nobody has taken takes it with the same stroke: the history shows both steps under one name. */
  async takeAndClose(alert, reason) {
    if (alert.state === "new") await api.acknowledge(alert.id, "");
    return api.close(alert.id, reason);
  }

  async does(command) {
    if (this.busy) return;
    this.busy = true;
    this.refusal = "";
    try {
      const alert = await command();
      if (this.text && alert.id === this.alert.id) this.text.value = "";
      store.keep(alert);
    } catch (error) {
      this.refusal = error.status === 409 ? t("alert.conflict") : refusalText(error);
      if (error.status === 409) await store.reload();
    } finally {
      this.busy = false;
    }
  }

  key(event) {
    if (event.target === this.text) return this.keyInText(event);
    const key = commandKey(event);
    const reason = this.reasons[Number(key) - 1];
    if (reason) this.say(reason);
    else if (key === "a" && this.alert.state === "new") this.acknowledge();
    else if (key === "c") this.close();
    else if (key === "Enter" && event.target.closest?.("button, a:not(.row)") === null) this.text.focus();
    else return undefined;
    /* Else the key would be typed into the text that now has the focus. */
    return event.preventDefault();
  }

  keyInText(event) {
    if (event.key === "Escape") this.text.blur();
    if (event.key === "Enter" && event.ctrlKey) this.close();
  }
}
customElements.define("alert-handling", AlertHandling);

import { html } from "lit";
import { api } from "./api.js";
import { sexAndAge } from "./subject.js";
import { t } from "./texts.js";
import { View } from "./view.js";
import "./patient-picker.js";

/**
 * Says whose a reading is, with the reason; both stay in the audit, and everything that depends on it is judged again.
 * Takes the reading and its {@code patient} (null where nobody's); tells "assigned".
 */
class AssignForm extends View {
  static properties = { reading: {}, patient: {}, chosen: { state: true } };

  willUpdate(changed) {
    if (changed.has("reading") && changed.get("reading")?.observationId !== this.reading.observationId) this.chosen = undefined;
  }

  render() {
    const { chosen, patient } = this;
    return html`
      <form class="fields assign" @submit=${this.submits(({ reason }) => this.assign(reason))}>
        ${chosen === undefined
          ? html`<patient-picker .label=${t("assign.who")} .language=${this.language} @picked=${(event) => (this.chosen = event.detail)}></patient-picker>
              ${patient ? html`<div><button type="button" class="chip" @click=${() => (this.chosen = null)}>${t("assign.nobody")}</button></div>` : ""}`
          : html`<p>${chosen ? html`<b>${chosen.name}</b> <span class="dim">${sexAndAge(chosen)}</span>` : html`<b>${t("assign.nobody")}</b>`}
              <button type="button" class="chip" @click=${() => (this.chosen = undefined)}>${t("assign.other")}</button></p>`}
        <label>${t("assign.reason")}<input name="reason" required maxlength="200" autocomplete="off" /></label>
        <div class="acts"><button class=${patient ? "" : "act"} name="assign" ?disabled=${this.busy || chosen === undefined}>${t("assign.do")}</button>
          <span class="dim small">${t("assign.lead")}</span></div>
        ${this.refused()}
      </form>`;
  }

  async assign(reason) {
    await api.assign(this.reading.observationId, this.chosen?.id ?? null, reason);
    this.chosen = undefined;
    this.dispatchEvent(new Event("assigned", { bubbles: true }));
  }
}
customElements.define("assign-form", AssignForm);

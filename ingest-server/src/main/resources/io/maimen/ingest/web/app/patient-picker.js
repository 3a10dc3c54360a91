import { html } from "lit";
import { api } from "./api.js";
import { identifiers, sexAndAge } from "./subject.js";
import { t } from "./texts.js";
import { View } from "./view.js";

const PAUSE_MS = 200;

/**
 * A field for a name or a scanned identifier, and the patients it finds. A scanner ends with Enter: when exactly one patient
 * has that identifier, that one is chosen. Tells "picked" (patient).
 */
class PatientPicker extends View {
  static properties = { label: {}, found: { state: true }, wanted: { state: true } };

  render() {
    return html`
      <label>${this.label || t("picker.label")}
        <input type="search" name="patient" autocomplete="off" placeholder=${t("picker.placeholder")}
          @input=${(event) => this.type(event.target.value)} @keydown=${this.key} /></label>
      ${this.refused()}
      ${this.wanted && this.found?.length === 0 ? html`<p class="dim small" role="status">${t("picker.none")}</p>` : ""}
      ${this.found?.length ? html`<ul class="found">${this.found.slice(0, 6).map((patient) => this.one(patient))}</ul>` : ""}`;
  }

  one(patient) {
    return html`<li><button type="button" data-pick=${patient.id} @click=${() => this.pick(patient)}>
      <b>${patient.name}</b> <span class="dim">${sexAndAge(patient)}</span> <span class="dim">${identifiers(patient)}</span>
    </button></li>`;
  }

  type(text) {
    clearTimeout(this.pause);
    this.wanted = text.trim();
    this.pause = setTimeout(() => this.search(), PAUSE_MS);
  }

  async search() {
    const { wanted } = this;
    const answer = wanted ? await this.asks(() => api.patients(wanted)) : { patients: [] };
    if (answer && wanted === this.wanted) this.found = answer.patients;
  }

  async key(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    clearTimeout(this.pause);
    this.wanted = event.target.value.trim();
    const scanned = this.wanted && (await this.asks(() => api.patientsIdentified(this.wanted)));
    if (scanned?.patients.length === 1) this.pick(scanned.patients[0]);
    else await this.search();
  }

  pick(patient) {
    this.querySelector("input").value = "";
    Object.assign(this, { found: null, wanted: "" });
    this.dispatchEvent(new CustomEvent("picked", { detail: patient }));
  }
}
customElements.define("patient-picker", PatientPicker);

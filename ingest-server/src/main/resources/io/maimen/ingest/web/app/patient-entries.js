import { html } from "lit";
import { api } from "./api.js";
import { symptoms } from "./symptoms.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";

/** What people enter themselves: a reading by hand, which stays marked as such, and symptoms. Tells "entered". */
class PatientEntries extends View {
  static properties = { patient: {}, symptoms: { state: true }, chosen: { state: true }, done: { state: true } };

  constructor() {
    super();
    Object.assign(this, { symptoms: [], chosen: [], done: "" });
  }

  async connectedCallback() {
    super.connectedCallback();
    this.symptoms = (await this.asks(symptoms)) ?? [];
  }

  render() {
    return html`
      <div class="card">
        <h2>${t("entry.title")}</h2>
        <form class="fields three" name="reading" @submit=${this.submits((reading) => this.enter(reading))}>
          ${this.number("systolic", true)} ${this.number("diastolic", true)} ${this.number("pulse", false)}
          <label class="wide">${t("entry.measuredAt")}<input name="measuredAt" type="datetime-local" step="1" /></label>
          <div class="acts wide"><button name="reading" ?disabled=${this.busy}>${t("entry.reading")}</button>
            <span class="dim small">${t("entry.reading.lead")}</span></div>
        </form>
        <form name="symptoms" @submit=${this.submits(() => this.tell())}>
          <div class="chips" role="group" aria-label=${t("entry.symptoms")}>${this.symptoms.map((symptom) => this.symptom(symptom))}</div>
          <div class="acts"><button name="symptoms" ?disabled=${this.busy || !this.chosen.length}>${t("entry.symptoms")}</button>
            <span class="dim small" role="status">${this.done}</span></div>
        </form>
        ${this.refused()}
      </div>`;
  }

  number(name, required) {
    return html`<label>${t(`entry.${name}`)}<input name=${name} inputmode="numeric" pattern="[0-9]{2,3}" ?required=${required} autocomplete="off" /></label>`;
  }

  symptom({ code, display }) {
    const on = this.chosen.includes(code);
    const toggle = () => (this.chosen = on ? this.chosen.filter((one) => one !== code) : [...this.chosen, code]);
    return html`<button type="button" class="chip ${on ? "on" : ""}" aria-pressed=${on} data-symptom=${code} @click=${toggle}>${pick(display)}</button>`;
  }

  async enter({ systolic, diastolic, pulse, measuredAt }) {
    const reading = { systolic, diastolic };
    if (pulse) reading.pulse = pulse;
    if (measuredAt) reading.measuredAt = new Date(measuredAt).toISOString();
    await api.enterReading(this.patient.id, reading);
    this.entered(t("entry.done"));
  }

  async tell() {
    await api.enterSymptoms(this.patient.id, this.chosen);
    this.chosen = [];
    this.entered(t("entry.done"));
  }

  entered(done) {
    this.done = done;
    this.dispatchEvent(new Event("entered", { bubbles: true }));
  }
}
customElements.define("patient-entries", PatientEntries);

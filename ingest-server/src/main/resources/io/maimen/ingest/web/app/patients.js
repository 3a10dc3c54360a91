import { html } from "lit";
import { api } from "./api.js";
import { treats } from "./may.js";
import { organisationName, organisationTree } from "./organisations.js";
import { store } from "./store.js";
import { identifiers, sexAndAge } from "./subject.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";
import "./measuring-now.js";

const PAUSE_MS = 200;
const SEXES = ["female", "male", "other", "unknown"];
const SYSTEMS = ["national-id", "health-card", "clinic-number"];

/** The patients of the reader's tree, by name or number; a new one is entered here; who is measured now stands beside. */
class PatientList extends View {
  static properties = { patients: { state: true }, tree: { state: true }, added: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.wanted = "";
    this.load();
    organisationTree().then((tree) => (this.tree = tree), () => (this.tree = []));
  }

  async load() {
    const { wanted } = this;
    const answer = await this.asks(() => api.patients(wanted));
    if (answer && wanted === this.wanted) this.patients = answer.patients;
  }

  render() {
    return html`
      <section class="page" tabindex="0">
        <h1>${t("patients.title")} <small>${t("patients.lead")}</small></h1>
        <div class="two">
          <div class="card">
            <input type="search" name="query" aria-label=${t("patients.search")} placeholder=${t("patients.search")} @input=${this.type} />
            ${this.refused()}
            ${this.patients?.length ? html`<ul class="people">${this.patients.map((patient) => this.row(patient))}</ul>` : ""}
            ${this.patients?.length === 0 ? html`<p class="nothing">${t(this.wanted ? "patients.notFound" : "patients.none")}</p>` : ""}
          </div>
          <div class="stack">
            <measuring-now .language=${this.language}></measuring-now>
            ${treats(store.me) ? this.newPatient() : html`<p class="card dim">${t("step.not.keeper")}</p>`}
          </div>
        </div>
      </section>`;
  }

  row(patient) {
    const alerts = store.list("open").filter((alert) => alert.patient?.id === patient.id);
    return html`<li><a href="#/patients/${encodeURIComponent(patient.id)}" data-patient=${patient.id}>
      <b>${patient.name}</b>
      <span class="dim">${sexAndAge(patient)}</span>
      <span class="dim numbers">${identifiers(patient)}</span>
      <span class="dim">${organisationName(this.tree, patient.organisation)}</span>
      <span class="marks">${alerts.length ? html`<b class="tag ${alerts[0].priority}">${alerts[0].priority}</b>` : ""}
        ${patient.simulated ? html`<em>${t("alert.simulated")}</em>` : ""}</span>
    </a></li>`;
  }

  newPatient() {
    return html`
      <details class="card fold">
        <summary>${t("patients.new")}</summary>
        <form class="fields" @submit=${this.submits((facts) => this.add(facts))}>
          <label>${t("patient.name")}<input name="name" required maxlength="64" autocomplete="off" /></label>
          <label>${t("patient.sex")}<select name="sex">${SEXES.map((sex) => html`<option value=${sex}>${t(`patient.sex.${sex}`)}</option>`)}</select></label>
          <label>${t("patient.birthDate")}<input name="birthDate" type="date" required /></label>
          ${SYSTEMS.map((system) => html`<label>${t(`patient.identifier.${system}`)}<input name=${system} autocomplete="off" /></label>`)}
          <label>${t("patient.organisation")}<select name="organisation">
            ${(this.tree ?? []).map((one) => html`<option value=${one.id} ?selected=${one.id === store.me.organisation?.id}>${pick(one.name)}</option>`)}
          </select></label>
          <label class="tick"><input name="simulated" type="checkbox" />${t("patients.simulated")}</label>
          <div class="acts"><button ?disabled=${this.busy}>${t("patients.add")}</button>
            <span class="dim small">${t("patients.twoIdentifiers")}</span></div>
        </form>
      </details>`;
  }

  async add({ name, sex, birthDate, organisation, simulated, ...numbers }) {
    const identified = SYSTEMS.filter((system) => numbers[system]?.trim()).map((system) => ({ system, value: numbers[system].trim() }));
    const patient = await api.newPatient({ name, sex, birthDate, organisation, simulated: simulated === "on", identifiers: identified });
    location.hash = `#/patients/${encodeURIComponent(patient.id)}`;
  }

  type(event) {
    clearTimeout(this.pause);
    this.wanted = event.target.value.trim();
    this.pause = setTimeout(() => this.load(), PAUSE_MS);
  }
}
customElements.define("patient-list", PatientList);

import { html } from "lit";
import { api } from "./api.js";
import { ago } from "./format.js";
import { treats } from "./may.js";
import { measuringDevices } from "./measuring-devices.js";
import { store } from "./store.js";
import { patientLink } from "./subject.js";
import { t } from "./texts.js";
import { View } from "./view.js";
import "./patient-picker.js";

/**
 * Who is measured now, on which device: until the session ends, that device's readings are this patient's. The device is
 * chosen, the patient scanned or chosen; with {@code patient} given, only the device.
 */
class MeasuringNow extends View {
  static properties = { patient: {}, sessions: { state: true }, devices: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.tick();
    this.load();
  }

  async load() {
    const answers = await this.asks(() => Promise.all([api.sessions(), measuringDevices()]));
    if (answers) [{ sessions: this.sessions }, this.devices] = answers;
  }

  render() {
    return html`
      <form class="card fields" @submit=${(event) => event.preventDefault()}>
        <h2>${t("session.title")}</h2>
        ${this.sessions?.length
          ? html`<ul class="sessions">${this.sessions.map((session) => this.one(session))}</ul>`
          : html`<p class="dim">${t("session.none")}</p>`}
        ${treats(store.me) ? this.next() : ""}
        ${this.refused()}
      </form>`;
  }

  next() {
    return html`
        <label>${t("session.device")}
          <select name="device">${(this.devices ?? []).map(({ id }) => html`<option value=${id}>${id}</option>`)}</select></label>
        ${this.patient
          ? html`<div class="acts"><button type="button" name="begin" ?disabled=${this.busy || !this.devices?.length}
              @click=${() => this.begin(this.patient)}>${t("session.begin")}</button></div>`
          : html`<patient-picker .label=${t("session.scan")} .language=${this.language}
              @picked=${(event) => this.begin(event.detail)}></patient-picker>`}`;
  }

  one(session) {
    return html`<li><b>${patientLink(session.patient)}</b> <span class="dim">${session.device} · ${ago(session.from)}</span>
      ${treats(store.me) ? html`<button type="button" class="chip" name="end" @click=${() => this.end(session)}>${t("session.end")}</button>` : ""}</li>`;
  }

  async begin(patient) {
    const device = this.querySelector("[name=device]").value;
    if (device && (await this.does(() => api.beginSession(device, patient.id)))) await this.load();
  }

  async end({ device }) {
    if (await this.does(() => api.endSession(device))) await this.load();
  }
}
customElements.define("measuring-now", MeasuringNow);

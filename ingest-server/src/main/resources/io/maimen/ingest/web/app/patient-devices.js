import { html } from "lit";
import { api } from "./api.js";
import { clockTime } from "./format.js";
import { treats } from "./may.js";
import { measuringDevices } from "./measuring-devices.js";
import { store } from "./store.js";
import { t } from "./texts.js";
import { View } from "./view.js";

/** The devices and user slots whose readings are this patient's, and the home's slot map. Tells "entered". */
class PatientDevices extends View {
  static properties = { patient: {}, devices: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    this.devices = (await this.asks(measuringDevices)) ?? [];
  }

  render() {
    const { bindings = [] } = this.patient;
    return html`
      <div class="card">
        <h2>${t("binding.title")}</h2>
        ${bindings.length
          ? html`<ul class="bindings">${bindings.map((binding) => this.binding(binding))}</ul>`
          : html`<p class="dim">${t("binding.none")}</p>`}
        ${treats(store.me) ? this.slotMap() : ""}
        ${this.refused()}
      </div>`;
  }

  slotMap() {
    return html`
        <details class="fold">
          <summary>${t("binding.map")}</summary>
          <form class="fields" name="slot" @submit=${this.submits((map) => this.map(map))}>
            <label>${t("session.device")}<select name="device">${(this.devices ?? []).map(({ id }) => html`<option value=${id}>${id}</option>`)}</select></label>
            <label>${t("binding.slot")}<input name="slot" type="number" min="0" max="254" required /></label>
            <div class="acts"><button ?disabled=${this.busy}>${t("binding.save")}</button>
              <span class="dim small">${t("binding.map.lead")}</span></div>
          </form>
        </details>`;
  }

  binding({ device, slot, from, to, basis, by }) {
    const until = to ? clockTime(to) : t("binding.now");
    return html`<li><a class="link" href="#/devices/${encodeURIComponent(device)}">${device}</a>
      ${slot === null || slot === undefined ? "" : t("alert.slot", { slot })}
      <span class="dim">${t(`binding.basis.${basis}`)} · ${by} · ${clockTime(from)} – ${until}</span></li>`;
  }

  async map({ device, slot }) {
    await api.mapSlot(device, Number(slot), this.patient.id);
    this.dispatchEvent(new Event("entered", { bubbles: true }));
  }
}
customElements.define("patient-devices", PatientDevices);

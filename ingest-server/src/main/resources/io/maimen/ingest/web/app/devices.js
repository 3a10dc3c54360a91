import { html } from "lit";
import { api } from "./api.js";
import { ago } from "./format.js";
import { store } from "./store.js";
import { t } from "./texts.js";
import { View } from "./view.js";

/** Every device that ever sent something, and how long ago it last did. */
class DeviceList extends View {
  static properties = { devices: { state: true }, language: {}, refusal: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
    this.heard = (event) => this.received(event.detail);
    store.addEventListener("device", this.heard);
    this.tick = setInterval(() => this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    store.removeEventListener("device", this.heard);
    clearInterval(this.tick);
  }

  async load() {
    try {
      this.devices = (await api.devices()).devices;
    } catch (error) {
      this.refusal = error.status ? error.message : t("error.network");
    }
  }

  received({ id, lastReceivedAt }) {
    const known = this.devices?.find((device) => device.id === id);
    if (!known) return void this.load();
    known.lastReceivedAt = lastReceivedAt;
    this.requestUpdate();
  }

  render() {
    const now = Date.now();
    if (this.refusal) return html`<p class="refusal page">${this.refusal}</p>`;
    if (!this.devices) return html``;
    return html`
      <section class="page">
        <h1>${t("devices.title")}</h1>
        ${this.devices.length
          ? html`<ul class="devices">${this.devices.map((device) => this.row(device, now))}</ul>`
          : html`<p class="nothing">${t("devices.empty")}</p>`}
      </section>`;
  }

  row(device, now) {
    return html`
      <li><a class="card" href="#/devices/${encodeURIComponent(device.id)}" data-device=${device.id}>
        <h2>${t(`devices.kind.${device.kind}`)} <small>${device.id}</small>
          ${device.simulated ? html`<em>${t("alert.simulated")}</em>` : ""}</h2>
        <p class="dim">${t("devices.gateway", { gateway: device.gateway })}</p>
        <dl>
          <dt>${t("devices.lastReceived")}</dt>
          <dd>${device.lastReceivedAt ? ago(device.lastReceivedAt, now) : t("devices.never")}</dd>
          <dt>${t("devices.openAlerts")}</dt><dd class=${device.openAlerts ? "hot" : ""}>${device.openAlerts}</dd>
        </dl>
      </a></li>`;
  }
}
customElements.define("device-list", DeviceList);

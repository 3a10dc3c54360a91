import { html } from "lit";
import { api } from "./api.js";
import { ago } from "./format.js";
import { isByHand } from "./measuring-devices.js";
import { store } from "./store.js";
import { refusalText, t } from "./texts.js";
import { View } from "./view.js";

/** Every device that ever sent something, and how long ago it last did. */
class DeviceList extends View {
  static properties = { devices: { state: true }, language: {}, refusal: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.hear(store, "device", (event) => this.received(event.detail));
    this.hear(store, "caughtUp", () => this.load());
    this.tick();
    this.load();
  }

  async load() {
    try {
      this.devices = (await api.devices()).devices;
      this.refusal = "";
    } catch (error) {
      this.refusal = refusalText(error);
    }
  }

  received({ id, lastReceivedAt }) {
    const known = this.devices?.find((device) => device.id === id);
    if (known) known.lastReceivedAt = lastReceivedAt;
    else this.load();
  }

  render() {
    return html`
      <section class="page" tabindex="0">
        <h1>${t("devices.title")}</h1>
        ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : ""}
        ${this.devices?.length ? html`<ul class="devices">${this.devices.map((device) => this.row(device))}</ul>` : ""}
        ${this.devices?.length === 0 ? html`<p class="nothing">${t("devices.empty")}</p>` : ""}
      </section>`;
  }

  row(device) {
    const byHand = isByHand(device);
    return html`
      <li><a class="card" href="#/devices/${encodeURIComponent(device.id)}" data-device=${device.id}>
        <h2>${byHand ? t("devices.byHand") : html`${t(`devices.kind.${device.kind}`)} <small>${device.id}</small>`}
          ${device.simulated ? html`<em>${t("alert.simulated")}</em>` : ""}</h2>
        <p class="dim">${byHand ? t("devices.byHand.lead") : t("devices.gateway", { gateway: device.gateway })}</p>
        <dl>
          <dt>${t("devices.lastReceived")}</dt>
          <dd>${device.lastReceivedAt ? ago(device.lastReceivedAt) : t("devices.never")}</dd>
          <dt>${t("devices.openAlerts")}</dt><dd class=${device.openAlerts ? "hot" : ""}>${device.openAlerts}</dd>
        </dl>
      </a></li>`;
  }
}
customElements.define("device-list", DeviceList);

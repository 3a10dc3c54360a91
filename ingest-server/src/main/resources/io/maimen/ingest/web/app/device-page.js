import { html } from "lit";
import { api } from "./api.js";
import { ago, clockTime, isFinding } from "./format.js";
import { isByHand } from "./measuring-devices.js";
import { store } from "./store.js";
import { refusalText, t } from "./texts.js";
import { View } from "./view.js";
import "./device-ecg.js";
import "./results-table.js";
import "./results-trend.js";

/** An ECG device is heard every second; what was found in its ECG comes seldom. */
const RESULTS_EVERY_MS = 10000;

/** One device: its results, or its ECG on paper. */
class DevicePage extends View {
  static properties = { device: {}, language: {}, about: { state: true }, results: { state: true }, refusal: { state: true } };

  constructor() {
    super();
    this.results = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear(store, "device", (event) => event.detail.id === this.device && this.received(event.detail));
    this.hear(store, "caughtUp", () => this.load());
    this.tick();
  }

  willUpdate(changed) {
    if (!changed.has("device")) return;
    this.about = null;
    this.results = [];
    this.load();
  }

  async load() {
    try {
      const device = this.device;
      const about = (await api.devices()).devices.find(({ id }) => id === device) ?? { id: device, kind: "other", openAlerts: 0 };
      const { results } = await api.results(device);
      this.loadedAt = Date.now();
      if (device === this.device) Object.assign(this, { about, results, refusal: "" });
    } catch (error) {
      this.refusal = refusalText(error);
    }
  }

  received({ lastReceivedAt }) {
    if (this.about?.kind !== "ecg") return this.load();
    this.about.lastReceivedAt = lastReceivedAt;
    return Date.now() - this.loadedAt > RESULTS_EVERY_MS ? this.load() : undefined;
  }

  render() {
    const { about } = this;
    const kind = about?.kind ?? "other";
    return html`
      <section class="page" tabindex="0">
        <div class="head">
          <div>
            <h1>${about && isByHand(about) ? t("devices.byHand") : html`${t(`devices.kind.${kind}`)} <small>${this.device}</small>`}</h1>
            <p>${about ? this.facts(about) : ""}</p>
          </div>
          ${about?.simulated ? html`<p class="simulated">${t("alert.simulated.long")}</p>` : ""}
        </div>
        ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : ""}
        ${about?.kind === "ecg" ? html`<device-ecg .device=${this.device} .simulated=${about.simulated} .language=${this.language}></device-ecg>` : ""}
        ${about && (about.kind !== "ecg" || this.results.length) ? this.resultCards() : ""}
      </section>`;
  }

  facts(about) {
    const heard = about.lastReceivedAt ? `${clockTime(about.lastReceivedAt)} (${ago(about.lastReceivedAt)})` : t("devices.never");
    const way = isByHand(about) ? t("devices.byHand.lead") : about.gateway && t("devices.gateway", { gateway: about.gateway });
    return html`${way ? `${way} · ` : ""}${t("devices.lastReceived")} ${heard}`;
  }

  resultCards() {
    const found = this.results.length > 0 && this.results.every(isFinding);
    const table = html`
      <div class="card">
        <h2>${found ? t("results.findings") : t("results.title")}</h2>
        <results-table .results=${this.results} .people=${this.results.some((result) => result.patient)} .language=${this.language}></results-table>
      </div>`;
    // What an ECG may show is no quantity whose course could be drawn.
    return found ? table : html`
      <div class="two">
        ${table}
        <div class="card aside">
          <h2>${t("results.trend")} <span class="dim">${t("results.trend.lead")}</span></h2>
          <results-trend .results=${this.results} .language=${this.language}></results-trend>
        </div>
      </div>`;
  }
}
customElements.define("device-page", DevicePage);

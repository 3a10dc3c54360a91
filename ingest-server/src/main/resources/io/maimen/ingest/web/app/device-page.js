import { html } from "lit";
import { api } from "./api.js";
import { ago, clockTime } from "./format.js";
import { store } from "./store.js";
import { t } from "./texts.js";
import { View } from "./view.js";
import { layout } from "./waveform.js";
import "./ecg-strip.js";
import "./results-table.js";
import "./results-trend.js";

const PAGE_SECONDS = 10;
const MM_PER_PIXEL = 25.4 / 96;
const MARGIN_MM = 14;
const SPEEDS = [25, 50];
const GAINS = [5, 10, 20];

/** One device: its results, and its ECG on paper, live or held while the reader pages through time. */
class DevicePage extends View {
  static properties = {
    device: {}, language: {}, about: { state: true }, results: { state: true }, blocks: { state: true },
    live: { state: true }, from: { state: true }, speed: { state: true }, gain: { state: true }, refusal: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    Object.assign(this, { live: true, speed: 25, gain: 10, blocks: [], results: [] });
    this.heard = (event) => event.detail.id === this.device && this.received(event.detail);
    store.addEventListener("device", this.heard);
    this.tick = setInterval(() => this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    store.removeEventListener("device", this.heard);
    clearInterval(this.tick);
  }

  willUpdate(changed) {
    if (changed.has("device")) this.load();
  }

  /** As many whole seconds as true-scale paper has room for on this screen, 6 to 30. */
  get seconds() {
    const roomMm = (this.querySelector(".page")?.clientWidth ?? 1000) * MM_PER_PIXEL - MARGIN_MM - 20;
    return Math.min(30, Math.max(6, Math.floor(roomMm / this.speed)));
  }

  get isEcg() {
    return this.about?.kind !== "analyser";
  }

  async load() {
    await this.asking(async () => {
      this.about = (await api.devices()).devices.find((device) => device.id === this.device);
      if (this.about?.kind !== "ecg") this.results = (await api.results(this.device)).results;
      if (this.isEcg) await this.latest();
    });
  }

  received(device) {
    if (this.about) this.about.lastReceivedAt = device.lastReceivedAt;
    if (this.about?.kind === "analyser") this.asking(async () => (this.results = (await api.results(this.device)).results));
    else if (this.live) this.asking(() => this.latest());
  }

  async latest() {
    this.blocks = (await api.latestWaveform(this.device, this.seconds)).blocks;
    const { end } = layout(this.blocks);
    if (end) this.from = end - this.seconds * 1000;
  }

  /** Pages through time: held at {@code from} until the reader goes live again. */
  async page(step) {
    this.live = false;
    this.from += step * PAGE_SECONDS * 1000;
    await this.asking(async () => {
      const [from, to] = [new Date(this.from), new Date(this.from + this.seconds * 1000)];
      this.blocks = (await api.waveform(this.device, from, to)).blocks;
    });
  }

  async asking(question) {
    try {
      await question();
      this.refusal = "";
    } catch (error) {
      this.refusal = error.status ? error.message : t("error.network");
    }
  }

  render() {
    const about = this.about;
    return html`
      <section class="page">
        <div class="head">
          <div>
            <h1>${t(`devices.kind.${about?.kind ?? "other"}`)} <small>${this.device}</small></h1>
            <p class="dim">${about ? html`${t("devices.gateway", { gateway: about.gateway })} · ${t("devices.lastReceived")}
              ${about.lastReceivedAt ? `${clockTime(about.lastReceivedAt)} (${ago(about.lastReceivedAt, Date.now())})` : t("devices.never")}` : ""}</p>
          </div>
          ${about?.simulated ? html`<p class="simulated">${t("alert.simulated.long")}</p>` : ""}
        </div>
        ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : ""}
        ${this.isEcg && about ? this.ecg() : ""}
        ${this.results.length || about?.kind === "analyser" ? this.resultCards() : ""}
      </section>`;
  }

  ecg() {
    const rate = this.blocks[0]?.rateHz ?? "—";
    const lead = this.blocks[0]?.display;
    const choice = (name, values) => values.map((value) => html`
      <button class="chip ${this[name] === value ? "on" : ""}" aria-pressed=${this[name] === value}
        title=${t(`ecg.${name}`)} @click=${() => (this[name] = value)}>${value}</button>`);
    return html`
      <div class="card">
        <h2>${lead ? lead[this.language] : t("ecg.title")}
          <span class="dim">${clockTime(this.from)} · ${t("ecg.scale", { speed: this.speed, gain: this.gain, rate })} · ${t("ecg.unread")}</span>
          <span class="space"></span>
          <span class="dim">mm/s</span> ${choice("speed", SPEEDS)} <span class="dim">mm/mV</span> ${choice("gain", GAINS)}
          <button class="chip" @click=${() => this.page(-1)} title=${t("ecg.earlier")}>◀ 10 s</button>
          <button class="chip ${this.live ? "on" : ""}" aria-pressed=${this.live} @click=${this.goLive}>${t(this.live ? "ecg.live" : "ecg.paused")}</button>
          <button class="chip" @click=${() => this.page(1)} title=${t("ecg.later")} ?disabled=${this.live}>10 s ▶</button>
        </h2>
        ${this.blocks.length
          ? html`<ecg-strip .blocks=${this.blocks} .from=${this.from} .seconds=${this.seconds} .speed=${this.speed} .gain=${this.gain}
              .simulated=${this.about?.simulated} .language=${this.language}></ecg-strip>`
          : html`<p class="nothing">${t("ecg.none")}</p>`}
      </div>`;
  }

  goLive() {
    this.live = !this.live;
    if (this.live) this.asking(() => this.latest());
  }

  resultCards() {
    return html`
      <div class="card">
        <h2>${t("results.trend")} <span class="dim">${t("results.trend.lead")}</span></h2>
        <results-trend .results=${this.results} .language=${this.language}></results-trend>
      </div>
      <div class="card">
        <h2>${t("results.title")}</h2>
        <results-table .results=${this.results} .language=${this.language}></results-table>
      </div>`;
  }
}
customElements.define("device-page", DevicePage);

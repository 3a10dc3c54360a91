import { html } from "lit";
import { api } from "./api.js";
import { ago, fullTime } from "./format.js";
import { store } from "./store.js";
import { pick, refusalText, t } from "./texts.js";
import { View } from "./view.js";
import { byLead, layout } from "./waveform.js";
import { MARGIN_MM } from "./ecg-strip.js";

const MM_PER_PIXEL = 25.4 / 96;
const CARD_PADDING_MM = 10;
const PAGE_MS = 10000;
const OVERVIEW_MS = 60000;
const OVERVIEW = { speed: 6.25, gain: 5, height: 25 };
/** Two leads and more stand below one another, each lower than one alone. */
const HEIGHT_MM = { alone: 50, together: 30 };
const SPEEDS = [25, 50];
const GAINS = [5, 10, 20];
/** A4 across less its margins has room for ten seconds at 25 mm/s. */
const PRINTED_SECONDS = 10;
const SILENT_MS = 15000;

/** A device's ECG on paper: a strip to read and the minute around it to find one's way; live, or held at a moment. */
class DeviceEcg extends View {
  static properties = {
    device: {}, simulated: {}, language: {}, blocks: { state: true }, found: { state: true }, from: { state: true }, live: { state: true },
    speed: { state: true }, gain: { state: true }, printing: { state: true }, refusal: { state: true },
  };

  constructor() {
    super();
    Object.assign(this, { blocks: [], found: { beats: [], doubts: [] }, live: true, speed: 25, gain: 10 });
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear(store, "device", (event) => event.detail.id === this.device && this.live && this.latest());
    this.hear(store, "caughtUp", () => (this.live ? this.latest() : this.hold(this.from)));
    this.hear(window, "resize", () => this.requestUpdate());
    this.hear(window, "beforeprint", () => (this.printing = true));
    this.hear(window, "afterprint", () => (this.printing = false));
    this.tick();
  }

  willUpdate(changed) {
    if (!changed.has("device")) return;
    this.blocks = [];
    this.live = true;
    this.latest();
  }

  /** As many whole seconds as true-scale paper has room for, at least 4. */
  seconds(speed) {
    if (this.printing) return Math.floor((PRINTED_SECONDS * 25) / speed);
    const roomMm = (this.clientWidth || 1000) * MM_PER_PIXEL - MARGIN_MM - CARD_PADDING_MM;
    return Math.max(4, Math.floor(roomMm / speed));
  }

  /** Where the strip begins: held at {@code from}, or so that it ends with the newest sample. */
  get begin() {
    return this.live && this.end ? this.end - this.seconds(this.speed) * 1000 : this.from;
  }

  async latest() {
    await this.ask(async () => {
      const device = this.device;
      const { blocks, beats, doubts } = await api.latestWaveform(device, OVERVIEW_MS / 1000);
      if (!this.live || device !== this.device) return;
      this.blocks = blocks;
      this.found = { beats, doubts };
      this.end = blocks.length ? Math.max(...byLead(blocks).map((lead) => layout(lead).end)) : null;
    });
  }

  /** Holds the strip at a moment, with what was measured around it. */
  async hold(from) {
    this.live = false;
    this.from = from;
    await this.ask(async () => {
      const { blocks, beats, doubts } = await api.waveform(this.device, new Date(from - OVERVIEW_MS), new Date(from + OVERVIEW_MS));
      if (this.from !== from) return;
      this.blocks = blocks;
      this.found = { beats, doubts };
    });
  }

  /** One question at a time: a slow line must not pile up answers that are old when they come. */
  async ask(question) {
    if (this.asking && this.live) return;
    this.asking = true;
    try {
      await question();
      this.refusal = "";
    } catch (error) {
      this.refusal = refusalText(error);
    } finally {
      this.asking = false;
    }
  }

  goLive() {
    if (this.live) return this.hold(this.begin);
    this.live = true;
    return this.latest();
  }

  render() {
    const refusal = this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : "";
    if (!this.blocks.length && this.live) return html`<div class="card">${refusal}<p class="nothing">${t("ecg.none")}</p></div>`;
    return html`${refusal}<div class="card">${this.title()} ${this.strip()}</div><div class="card around">${this.overview()}</div>`;
  }

  title() {
    const [block] = this.blocks;
    const one = byLead(this.blocks).length === 1;
    const shown = { speed: this.speed, gain: this.gain, rate: block?.rateHz ?? "—" };
    return html`
      <h2>${one ? pick(block.display) : t("ecg.title")}
        <span class="dim">${fullTime(this.begin)} · ${t("ecg.scale", shown)} · ${t("ecg.unread")}</span>
        ${this.silence()} <span class="space"></span>
        <span class="controls">
          <span class="dim">${t("ecg.speed")}</span> ${this.choice("speed", SPEEDS)}
          <span class="dim">${t("ecg.gain")}</span> ${this.choice("gain", GAINS)}
          <button class="chip" name="earlier" title=${t("ecg.earlier")} @click=${() => this.hold(this.begin - PAGE_MS)}>◀ 10 s</button>
          <button class="chip ${this.live ? "on" : ""}" name="live" aria-pressed=${this.live} @click=${this.goLive}>${t(this.live ? "ecg.live" : "ecg.held")}</button>
          <button class="chip" name="later" title=${t("ecg.later")} ?disabled=${this.live} @click=${() => this.hold(this.begin + PAGE_MS)}>10 s ▶</button>
          <button class="chip" name="print" @click=${() => print()}>${t("ecg.print")}</button>
        </span>
      </h2>`;
  }

  /** A strip that no longer moves must not pass for a live one. */
  silence() {
    if (!this.live || !this.end || Date.now() - this.end < SILENT_MS) return "";
    return html`<span class="silent" role="status">${t("ecg.silent", { ago: ago(this.end) })}</span>`;
  }

  choice(name, values) {
    return values.map((value) => html`<button class="chip ${this[name] === value ? "on" : ""}" name=${name} value=${value}
      aria-pressed=${this[name] === value} aria-label="${t(`ecg.${name}`)} ${value}" @click=${() => (this[name] = value)}>${value}</button>`);
  }

  /** What was found in one lead. */
  foundIn([block]) {
    const own = ({ code }) => code === block?.code;
    return { beats: this.found.beats.filter(own), doubts: this.found.doubts.filter(own) };
  }

  /** A strip for each lead; one that is empty where nothing was measured at all. */
  strip() {
    const leads = byLead(this.blocks);
    const height = leads.length > 1 ? HEIGHT_MM.together : HEIGHT_MM.alone;
    return (leads.length ? leads : [[]]).map((blocks) => html`
      ${leads.length > 1 ? html`<p class="lead">${pick(blocks[0].display)}</p>` : ""}
      <ecg-strip .blocks=${blocks} .from=${this.begin} .seconds=${this.seconds(this.speed)} .speed=${this.speed} .height=${height}
        .gain=${this.gain} .beats=${this.foundIn(blocks).beats} .doubts=${this.foundIn(blocks).doubts}
        .simulated=${this.simulated} .language=${this.language}></ecg-strip>`);
  }

  overview() {
    const seconds = Math.min(OVERVIEW_MS / 1000, this.seconds(OVERVIEW.speed));
    const length = this.seconds(this.speed) * 1000;
    const from = this.live ? this.end - seconds * 1000 : this.begin + length / 2 - seconds * 500;
    return html`
      <h2>${t("ecg.overview", { seconds })} <span class="dim">${t("ecg.scale.short", OVERVIEW)} · ${t("ecg.overview.lead")}</span></h2>
      <ecg-strip class="overview" .blocks=${byLead(this.blocks)[0] ?? []} .from=${from} .seconds=${seconds} .speed=${OVERVIEW.speed} .gain=${OVERVIEW.gain}
        .height=${OVERVIEW.height} .doubts=${this.foundIn(byLead(this.blocks)[0] ?? []).doubts} .framed=${{ from: this.begin, to: this.begin + length }} .language=${this.language}
        @chosen=${(event) => this.hold(event.detail - length / 2)}></ecg-strip>`;
  }
}
customElements.define("device-ecg", DeviceEcg);

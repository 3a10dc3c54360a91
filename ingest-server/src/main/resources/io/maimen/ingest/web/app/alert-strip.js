import { html } from "lit";
import { api } from "./api.js";
import { fullTime } from "./format.js";
import { pick, refusalText, t } from "./texts.js";
import { View } from "./view.js";
import { byLead } from "./waveform.js";
import { MARGIN_MM } from "./ecg-strip.js";

const MM_PER_PIXEL = 25.4 / 96;
const CARD_PADDING_MM = 10;
const SPEED = 25;
const LEAD_IN_MS = 2000;

/** Rules of findings in an ECG: what such an alert is about is a strip, not a number. */
export const isEcgFinding = ({ code }) => code.startsWith("icd10:");

/** The strip that an ECG finding was made on, from shortly before it began; with beats, quality and how often the rule is right. */
class AlertStrip extends View {
  static properties = { alert: {}, language: {}, waveform: { state: true }, refusal: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.hear(window, "resize", () => this.requestUpdate());
  }

  willUpdate(changed) {
    if (!changed.has("alert") || changed.get("alert")?.observationId === this.alert.observationId) return;
    this.waveform = null;
    this.load();
  }

  get from() {
    return new Date(this.alert.measuredAt).getTime() - LEAD_IN_MS;
  }

  get seconds() {
    const roomMm = (this.clientWidth || 900) * MM_PER_PIXEL - MARGIN_MM - CARD_PADDING_MM;
    return Math.max(4, Math.floor(roomMm / SPEED));
  }

  async load() {
    const { device, observationId } = this.alert;
    try {
      const waveform = await api.waveform(device, new Date(this.from), new Date(this.from + 30000));
      if (observationId === this.alert.observationId) this.waveform = waveform;
      this.refusal = "";
    } catch (error) {
      this.refusal = refusalText(error);
    }
  }

  /** Of several leads the one in which it was found, where the alert names it. */
  get blocks() {
    const leads = byLead(this.waveform?.blocks ?? []);
    return leads.find(([block]) => block.code === this.alert.lead) ?? leads[0] ?? [];
  }

  render() {
    const blocks = this.blocks;
    const own = ({ code }) => code === blocks[0]?.code;
    const { accuracy } = this.alert.rule;
    return html`<div class="card">
      <h2>${blocks.length ? pick(blocks[0].display) : t("ecg.title")}
        <span class="dim">${fullTime(this.from)} · ${t("ecg.scale.short", { speed: SPEED, gain: 10 })} · ${t("ecg.analysed")}</span></h2>
      ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : ""}
      ${blocks.length ? html`<ecg-strip .blocks=${blocks} .from=${this.from} .seconds=${this.seconds} .speed=${SPEED} .gain=${10}
        .beats=${this.waveform.beats.filter(own)} .doubts=${this.waveform.doubts.filter(own)}
        .simulated=${this.alert.simulated} .language=${this.language}></ecg-strip>` : html`<p class="nothing">${t("ecg.none")}</p>`}
      <p class="dim">${accuracy ? t("ecg.accuracy", accuracy) : t("ecg.accuracy.none")} · <b>${t("ecg.review")}</b></p>
    </div>`;
  }
}
customElements.define("alert-strip", AlertStrip);

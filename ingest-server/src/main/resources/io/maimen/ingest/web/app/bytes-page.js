import { html } from "lit";
import { api } from "./api.js";
import { clockTime, limitText, measured, unitOf } from "./format.js";
import { treats } from "./may.js";
import { isByHand } from "./measuring-devices.js";
import { store } from "./store.js";
import { deviceName, patientLink } from "./subject.js";
import { isSymptom, symptomName, symptoms } from "./symptoms.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";
import "./assign-form.js";
import "./frame-view.js";

/** Every number opens to its bytes: the frames it was read from, who read, carried and signed it, when, and what judged it. */
class BytesPage extends View {
  static properties = { observation: {}, about: { state: true }, symptoms: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.hear(this, "assigned", () => this.load());
  }

  willUpdate(changed) {
    if (!changed.has("observation")) return;
    this.about = null;
    this.load();
  }

  async load() {
    const { observation } = this;
    const about = await this.asks(() => api.bytes(observation));
    if (!about || observation !== this.observation) return;
    if (isSymptom(about.observation)) this.symptoms = await this.asks(symptoms);
    this.about = { ...about, patient: about.observation.patient ?? about.patient };
  }

  /** The last frame comes first: in a dialogue it is the one that brought the number. What came before it stands last. */
  render() {
    const { about } = this;
    if (!about) return html`<section class="page">${this.refused()}</section>`;
    const reading = about.observation;
    const [brought, ...before] = [...about.frames].reverse();
    return html`
      <section class="page" tabindex="0">
        <div class="head">
          <div>
            <h1>${pick(reading.display)} ${isSymptom(reading) ? symptomName(this.symptoms, reading.value) : measured(reading)} <small>${unitOf(reading)} · ${t("bytes.lead")}</small></h1>
            <p>${patientLink(about.patient)} ·
              <a class="link" href="#/devices/${encodeURIComponent(reading.device)}">${t("alert.device")} ${deviceName(reading.device)}</a>
              ${(reading.statuses ?? []).map((status) => html`<span class="flag">${t(`status.${status}`)}</span>`)}</p>
          </div>
          ${reading.simulated ? html`<p class="simulated">${t("alert.simulated.long")}</p>` : ""}
        </div>
        ${this.refused()}
        ${brought ? this.frame(brought) : html`<p class="card dim">${t("bytes.none")}</p>`}
        <div class="three">${this.way(about)} ${this.clocks(about.clocks)} ${this.judged(about.judgedBy)}</div>
        ${before.map((frame) => this.frame(frame))}
        ${treats(store.me) ? this.assigning(about) : ""}
      </section>`;
  }

  frame(frame) {
    return html`<frame-view .frame=${frame} .language=${this.language}></frame-view>`;
  }

  assigning({ observation, patient }) {
    return html`
        <details class="card fold narrow" ?open=${!patient}>
          <summary>${t(patient ? "assign.again" : "assign.title")}</summary>
          <assign-form .reading=${observation} .patient=${patient} .language=${this.language}></assign-form>
        </details>`;
  }

  way({ driver, gateway, lane, signature }) {
    return html`
      <div class="card">
        <h2>${t("bytes.way")}</h2>
        ${isByHand({ gateway })
          ? html`<p class="verdict">${t("bytes.byHand")}</p>`
          : html`<p class="verdict ${signature.state}">${t(`signature.${signature.state}`, { gateway })}</p>`}
        <dl class="facts">
          <dt>${t("bytes.driver")}</dt><dd>${driver}</dd>
          <dt>${t("bytes.gateway")}</dt><dd>${gateway}</dd>
          <dt>${t("bytes.lane")}</dt><dd>${lane ? t(`lane.${lane}`) : "—"}</dd>
          ${signature.keyId ? html`<dt>${t("bytes.key")}</dt><dd class="code">${signature.keyId}</dd>` : ""}
          ${signature.envelopeSha256 ? html`<dt>${t("bytes.envelope")}</dt><dd class="code">${signature.envelopeSha256}</dd>` : ""}
          ${signature.itemSha256 ? html`<dt>${t("bytes.item", { n: signature.itemIndex + 1 })}</dt><dd class="code">${signature.itemSha256}</dd>` : ""}
        </dl>
      </div>`;
  }

  clocks({ deviceTime, deviceOffset, offsetBasis, measuredAt, receivedAt, admittedAt, correction }) {
    return html`
      <div class="card">
        <h2>${t("bytes.clocks")}</h2>
        <dl class="facts">
          <dt>${t("clock.device")}</dt>
          <dd>${deviceTime ? html`${deviceTime.replace("T", " ")} ${deviceOffset ?? ""} <span class="dim">${offsetBasis ? t(`clock.basis.${offsetBasis}`) : ""}</span>` : t("clock.none")}</dd>
          <dt>${t("clock.correction")}</dt>
          <dd>${correction ? html`${t("clock.corrected", { seconds: correction.offsetMs / 1000 })} <span class="dim">${t(`clock.reason.${correction.reason}`)}</span>` : t("clock.uncorrected")}</dd>
          <dt>${t("clock.measured")}</dt><dd><b>${clockTime(measuredAt)}</b></dd>
          <dt>${t("clock.received")}</dt><dd>${clockTime(receivedAt)}</dd>
          <dt>${t("clock.admitted")}</dt><dd>${clockTime(admittedAt)}</dd>
        </dl>
      </div>`;
  }

  judged(judgedBy) {
    return html`
      <div class="card">
        <h2>${t("bytes.judged")}</h2>
        ${judgedBy.length ? "" : html`<p class="dim">${t("bytes.notJudged")}</p>`}
        <ul>${judgedBy.map(
          (alert) => html`<li class="judged ${alert.priority}">
            <a href="#/worklist/${encodeURIComponent(alert.alertId)}"><b class="tag">${alert.priority}</b> <b class="link">${pick(alert.text)}</b></a>
            <p>${t("alert.limit", { limit: limitText(alert.limit) })} · ${t(`judged.${alert.state}`)}</p>
            ${alert.own ? html`<p>${t("alert.own", { ...alert.own, until: clockTime(alert.own.until) })}</p>` : ""}
            <p class="dim">${t("alert.rule", { rule: alert.ruleId, pack: alert.pack, version: alert.version })} · ${t("alert.source", { source: alert.source })}</p>
          </li>`,
        )}</ul>
      </div>`;
  }
}
customElements.define("bytes-page", BytesPage);

import { html } from "lit";
import { api } from "./api.js";
import { clockTime, countdown, limit, measured, unitText } from "./format.js";
import { store } from "./store.js";
import { deviceName, patientLink, sourceText, stateText } from "./subject.js";
import { pick, refusalText, t } from "./texts.js";
import { View } from "./view.js";
import "./alert-handling.js";
import "./results-table.js";
import { isEcgFinding } from "./alert-strip.js";

const PERSONS_STEPS = ["acknowledged", "first-reviewed", "second-reviewed", "closed"];

/** One alert opened: what was found, against which limit of which pack, on what evidence, and what people did about it. */
class AlertView extends View {
  static properties = { alert: {}, language: {}, opened: { state: true }, refusal: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.hear(store, "caughtUp", () => this.load(this.alert.id));
    this.tick();
  }

  willUpdate(changed) {
    if (!changed.has("alert")) return;
    if (changed.get("alert")?.id !== this.alert.id) this.opened = null;
    this.load(this.alert.id);
  }

  async load(id) {
    try {
      const opened = await api.alert(id);
      if (id !== this.alert.id) return;
      this.opened = opened;
      this.refusal = "";
    } catch (error) {
      this.refusal = refusalText(error);
    }
  }

  render() {
    const alert = this.alert;
    return html`
      <div class="head">
        <div>
          <h1>${patientLink(alert.patient)} <small>${sourceText(alert)}</small></h1>
          <p><a href="#/devices/${encodeURIComponent(alert.device)}">${t("alert.device")} ${deviceName(alert.device)}</a></p>
        </div>
        ${alert.simulated ? html`<p class="simulated">${t("alert.simulated.long")}</p>` : ""}
      </div>
      ${this.banner(alert)}
      ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : ""}
      ${isEcgFinding(alert) ? html`<alert-strip .alert=${alert} .language=${this.language}></alert-strip>` : ""}
      <div class="two">
        <div class="card">
          <h2>${t("alert.results")}</h2>
          <results-table .results=${this.opened?.readings ?? []} .language=${this.language} .marked=${alert.code}></results-table>
        </div>
        <div class="card">${this.history()}</div>
      </div>
      ${alert.state === "closed" ? "" : html`<alert-handling .alert=${alert} .language=${this.language}></alert-handling>`}`;
  }

  banner(alert) {
    return html`
      <div class="banner ${alert.priority} ${alert.state} ${alert.late ? "late" : ""}">
        <b class="tag">${alert.priority}</b>
        <div>
          <p class="finding"><b>${pick(alert.rule.text)}</b> <a class="big link" href="#/bytes/${alert.observationId}" title=${t("bytes.open")}>${measured(alert)}</a> ${unitText(alert.unit)}
            · ${t("alert.limit", { limit: limit(alert) })} · ${t(`alert.condition.${alert.ended?.reason ?? alert.condition}`)}</p>
          ${alert.rule.own ? html`<p>${t("alert.own", { ...alert.rule.own, until: clockTime(alert.rule.own.until) })}</p>` : ""}
          ${alert.rule.firstAction ? html`<p class="first">${t("alert.firstAction", { action: pick(alert.rule.firstAction) })}</p>` : ""}
          <p class="dim">${alert.late
            ? html`<b>${t("alert.late", { measured: clockTime(alert.measuredAt), received: clockTime(alert.receivedAt) })}</b>`
            : html`${t("alert.measured", { time: clockTime(alert.measuredAt) })} · ${t("alert.received", { time: clockTime(alert.receivedAt) })}`}</p>
          <p class="dim">${t("alert.rule", { rule: alert.rule.id, pack: alert.rule.pack, version: alert.rule.version })} ·
            ${t("alert.source", { source: alert.rule.source })} · ${t("alert.review")}</p>
        </div>
        ${this.due(alert)}
      </div>`;
  }

  due(alert) {
    if (alert.state !== "new" || !alert.dueAt) {
      return html`<div class="count"><span>${stateText(alert)}</span></div>`;
    }
    const left = new Date(alert.dueAt) - Date.now();
    return html`<div class="count ${left < 0 ? "over" : ""}"><b>${countdown(left)}</b>
      <span>${t(left < 0 ? "alert.over" : "alert.left")}</span></div>`;
  }

  /** The machine's steps name it in their words; a person's step names the person, and a review its opinion. */
  history() {
    return html`
      <h2>${t("alert.history")}</h2>
      <ul class="history">
        ${(this.opened?.history ?? []).map((step) => {
          const review = this.review(step);
          const said = review?.text ?? step.reason;
          return html`<li><time>${clockTime(step.at)}</time>
            <div><b>${t(`alert.history.${step.action}`)}</b> ${PERSONS_STEPS.includes(step.action) ? step.by : ""}
              ${review ? html`<span class="flag">${t(`opinion.${review.opinion}`)}</span>` : ""}
              ${said ? html`<p>${said}</p>` : ""}</div></li>`;
        })}
      </ul>`;
  }

  review({ action }) {
    return this.alert.reviews?.[["first-reviewed", "second-reviewed"].indexOf(action)];
  }
}
customElements.define("alert-view", AlertView);

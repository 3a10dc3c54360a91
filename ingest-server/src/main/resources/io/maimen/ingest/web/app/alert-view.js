import { html } from "lit";
import { api } from "./api.js";
import { clockTime, countdown, limit, measured } from "./format.js";
import { store } from "./store.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";
import "./results-table.js";

/** One alert opened: what was found, against which limit of which pack, on what evidence, and what people did about it. */
class AlertView extends View {
  static properties = { alert: {}, language: {}, opened: { state: true }, refusal: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.pressed = (event) => this.key(event);
    addEventListener("keydown", this.pressed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("keydown", this.pressed);
  }

  willUpdate(changed) {
    if (!changed.has("alert")) return;
    if (changed.get("alert")?.id !== this.alert.id) {
      this.opened = null;
      this.refusal = "";
    }
    this.load(this.alert.id);
  }

  async load(id) {
    try {
      const opened = await api.alert(id);
      if (id === this.alert.id) this.opened = opened;
    } catch (error) {
      this.refusal = error.status ? error.message : t("error.network");
    }
  }

  render() {
    const alert = this.alert;
    return html`
      <div class="head">
        <div>
          <h1>${t("alert.unassigned")}
            <small>${alert.specimen ? t("alert.specimen", { specimen: alert.specimen }) : t("alert.noSpecimen")}</small></h1>
          <p><a href="#/devices/${encodeURIComponent(alert.device)}">${t("alert.device")} ${alert.device}</a></p>
        </div>
        ${alert.simulated ? html`<p class="simulated">${t("alert.simulated.long")}</p>` : ""}
      </div>
      ${this.banner(alert)}
      <div class="two">
        <div class="card">
          <h2>${t("alert.results")}</h2>
          <results-table .results=${this.opened?.readings ?? []} .language=${this.language} .marked=${alert.code}></results-table>
        </div>
        <div class="card">${this.history()}</div>
      </div>
      ${alert.state === "closed" ? "" : this.handling(alert)}`;
  }

  banner(alert) {
    const left = new Date(alert.dueAt) - Date.now();
    return html`
      <div class="banner ${alert.priority} ${alert.late ? "late" : ""}">
        <b class="tag">${alert.priority}</b>
        <div>
          <p class="finding"><b>${pick(alert.rule.text)}</b> <span class="big">${measured(alert)}</span> ${alert.unit}
            · ${t("alert.limit", { limit: limit(alert) })} · ${t(`alert.condition.${alert.condition}`)}</p>
          <p class="dim">${t("alert.measured", { time: clockTime(alert.measuredAt) })} ·
            ${t("alert.received", { time: clockTime(alert.receivedAt) })}
            ${alert.late ? html`· <b>${t("alert.late", { measured: clockTime(alert.measuredAt), received: clockTime(alert.receivedAt) })}</b>` : ""}</p>
          <p class="dim">${t("alert.rule", { rule: alert.rule.id, pack: alert.rule.pack, version: alert.rule.version })} ·
            ${t("alert.source")}: ${alert.rule.source} · ${t("alert.review")}</p>
        </div>
        ${alert.state === "new" && alert.dueAt
          ? html`<div class="count ${left < 0 ? "over" : ""}"><b>${countdown(left)}</b>
              <span>${t(left < 0 ? "due.over" : "due.left", { time: "" })}</span></div>`
          : html`<div class="count quiet"><span>${t(`alert.state.${alert.state}`, { who: alert.acknowledged?.by })}</span></div>`}
      </div>`;
  }

  history() {
    return html`
      <h2>${t("alert.history")}</h2>
      <ul class="history">
        ${(this.opened?.history ?? []).map(
          (step) => html`<li><time>${clockTime(step.at)}</time>
            <div><b>${t(`alert.history.${step.action}`)}</b> ${step.by ?? ""}${step.reason ? html`<p>${step.reason}</p>` : ""}</div></li>`,
        )}
      </ul>`;
  }

  handling(alert) {
    return html`
      <form class="card handle" @submit=${(e) => e.preventDefault()}>
        <h2>${t("alert.handle")}</h2>
        <div class="chips">
          ${t("alert.reasons").split("|").map(
            (reason) => html`<button type="button" class="chip" @click=${() => this.say(reason)}>${reason}</button>`,
          )}
        </div>
        <textarea name="reason" rows="2" placeholder=${t("alert.reason")} aria-label=${t("alert.reason")}></textarea>
        <div class="acts">
          ${alert.state === "new"
            ? html`<button type="button" class="act" name="acknowledge" @click=${this.acknowledge}>${t("alert.acknowledge")} <kbd>A</kbd></button>`
            : ""}
          <button type="button" class=${alert.state === "new" ? "" : "act"} name="close" @click=${this.close}>${t("alert.close")} <kbd>C</kbd></button>
          <span class="refusal" role="alert">${this.refusal ?? ""}</span>
        </div>
      </form>`;
  }

  get reason() {
    return this.querySelector("textarea");
  }

  say(reason) {
    this.reason.value = reason;
    this.refusal = "";
  }

  acknowledge() {
    return this.does(() => api.acknowledge(this.alert.id, this.reason.value.trim()));
  }

  close() {
    const reason = this.reason.value.trim();
    if (!reason) {
      this.refusal = t("alert.reason.needed");
      this.reason.focus();
      return undefined;
    }
    return this.does(() => api.close(this.alert.id, reason));
  }

  async does(command) {
    this.refusal = "";
    try {
      store.keep(await command());
      if (this.reason) this.reason.value = "";
    } catch (error) {
      this.refusal = error.status === 409 ? t("alert.conflict") : error.status ? error.message : t("error.network");
      if (error.status === 409) await store.reload();
    }
  }

  key(event) {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "a" && this.alert.state === "new") this.acknowledge();
    if (key === "c" && this.alert.state !== "closed") {
      event.preventDefault();
      this.close();
    }
    if (event.key === "Enter") this.reason?.focus();
  }
}
customElements.define("alert-view", AlertView);

import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ago, clockTime, countdown, limit, measured, unitText } from "./format.js";
import { store } from "./store.js";
import { deviceName, sourceText, stateText } from "./subject.js";
import { pick, t } from "./texts.js";
import { commandKey, View } from "./view.js";
import "./alert-view.js";

const KINDS = ["open", "closed", "all"];
const HOLD_MS = 2000;

/** The worklist by priority and waiting time beside the alert that is opened. All of it can be done from the keyboard. */
class MaimenWorklist extends View {
  static properties = { selected: {}, language: {}, kind: { state: true } };
  heldUntil = 0;
  shown = [];

  connectedCallback() {
    super.connectedCallback();
    this.kind = "open";
    this.hear(store, "change", () => this.requestUpdate());
    this.hear(window, "keydown", (event) => this.key(event));
    this.tick();
  }

  render() {
    const all = store.list(this.kind);
    const rows = this.arranged(all);
    return html`
      <section class="list" @pointermove=${() => (this.heldUntil = Date.now() + HOLD_MS)} @pointerleave=${this.release}>
        <div class="bar">
          ${KINDS.map((kind) => this.tab(kind))}
          <span class="waiting" role="status">${this.waiting(all, rows)}</span>
          <span class="space"></span><span class="dim keys"><kbd>↑</kbd> <kbd>↓</kbd> ${t("worklist.keys")}</span>
        </div>
        ${rows.length ? html`<ul>${repeat(rows, (alert) => alert.id, (alert) => this.row(alert))}</ul>` : this.empty()}
        <p class="unseen" role="status">
          ${store.arrived ? t("worklist.arrived", { what: pick(store.arrived.rule.text) }) : ""}
        </p>
      </section>
      <section class="detail">
        ${this.selected && store.alerts.has(this.selected)
          ? html`<alert-view .alert=${store.alerts.get(this.selected)} .language=${this.language}></alert-view>`
          : html`<p class="nothing">${t("alert.choose")}</p>`}
      </section>`;
  }

  /** While the pointer moves over the list its rows stay where they are: nobody shall click a row that has just slipped in. */
  arranged(alerts) {
    if (Date.now() >= this.heldUntil) this.shown = alerts.map((alert) => alert.id);
    return this.shown.map((id) => store.alerts.get(id)).filter(Boolean);
  }

  release() {
    this.heldUntil = 0;
    this.requestUpdate();
  }

  waiting(all, rows) {
    const n = all.filter((alert) => !rows.includes(alert)).length;
    return n ? t("worklist.waiting", { n }) : "";
  }

  tab(kind) {
    const choose = () => {
      this.kind = kind;
      this.release();
    };
    return html`<button class="chip ${kind === this.kind ? "on" : ""}" name=${kind} aria-pressed=${kind === this.kind}
      @click=${choose}>${t(`worklist.${kind}`)} ${store.count(kind)}</button>`;
  }

  row(alert) {
    const is = (name, yes) => (yes ? name : "");
    const selected = alert.id === this.selected;
    const classes = ["row", alert.priority, alert.state, is("late", alert.late), is("sel", selected), is("fresh", store.isFresh(alert))];
    return html`
      <li>
        <a class=${classes.join(" ")} href="#/worklist/${encodeURIComponent(alert.id)}" data-alert=${alert.id} aria-current=${selected}>
          <div class="pr"><b>${alert.priority}</b>${this.due(alert)}</div>
          <div class="who"><b>${alert.patient?.name ?? t("alert.unassigned")}</b><span>${sourceText(alert) || deviceName(alert.device)}</span></div>
          <div class="what"><b title=${pick(alert.rule.text)}>${pick(alert.rule.text)}</b>
            <span>${alert.closed ? alert.closed.reason : t("alert.limit", { limit: limit(alert) })}</span></div>
          <div class="val">${measured(alert)} <i>${unitText(alert.unit)}</i></div>
          <div class="own"><span>${this.owner(alert)}</span>${alert.simulated ? html`<em>${t("alert.simulated")}</em>` : ""}</div>
        </a>
      </li>`;
  }

  owner(alert) {
    if (alert.closed) return `${alert.closed.by} ${clockTime(alert.closed.at)}`;
    return stateText(alert);
  }

  due(alert) {
    if (alert.state === "closed") return "";
    if (alert.state !== "new" || !alert.dueAt) return html`<span>${ago(alert.openedAt)}</span>`;
    const left = new Date(alert.dueAt) - Date.now();
    return html`<span class=${left < 0 ? "over" : ""}>${t(left < 0 ? "due.over" : "due.left", { time: countdown(left) })}</span>`;
  }

  empty() {
    return html`<div class="nothing"><b>${t(this.kind === "closed" ? "worklist.empty.closed" : "worklist.empty")}</b>
      ${this.kind === "closed" ? "" : html`<p>${t("worklist.empty.lead")}</p>`}</div>`;
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[commandKey(event)];
    if (!step) return;
    event.preventDefault();
    const at = this.shown.indexOf(this.selected) + step;
    const next = this.shown[Math.min(Math.max(at, 0), this.shown.length - 1)];
    if (!next) return;
    location.hash = `#/worklist/${encodeURIComponent(next)}`;
    this.querySelector(`[data-alert="${CSS.escape(next)}"]`).focus();
  }
}
customElements.define("maimen-worklist", MaimenWorklist);

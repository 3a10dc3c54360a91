import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { countdown, duration, limit, measured } from "./format.js";
import { store } from "./store.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";
import "./alert-view.js";

const KINDS = ["open", "closed", "all"];

/** The worklist by priority and waiting time beside the alert that is opened. All of it can be done from the keyboard. */
class MaimenWorklist extends View {
  static properties = { selected: {}, language: {}, kind: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.kind = "open";
    this.changed = () => this.requestUpdate();
    this.pressed = (event) => this.key(event);
    store.addEventListener("change", this.changed);
    addEventListener("keydown", this.pressed);
    this.tick = setInterval(this.changed, 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    store.removeEventListener("change", this.changed);
    removeEventListener("keydown", this.pressed);
    clearInterval(this.tick);
  }

  render() {
    const alerts = store.list(this.kind);
    return html`
      <section class="list">
        <div class="bar">
          ${KINDS.map(
            (kind) => html`<button class="chip ${kind === this.kind ? "on" : ""}" aria-pressed=${kind === this.kind}
              @click=${() => (this.kind = kind)}>${t(`worklist.${kind}`)} ${store.count(kind)}</button>`,
          )}
          <span class="space"></span><span class="dim"><kbd>↑</kbd> <kbd>↓</kbd> ${t("worklist.keys")}</span>
        </div>
        ${alerts.length ? html`<ul>${repeat(alerts, (a) => a.id, (a) => this.row(a))}</ul>` : this.empty()}
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

  row(alert) {
    const classes = ["row", alert.priority, alert.state, alert.late ? "late" : "", alert.id === this.selected ? "sel" : ""];
    const owner = alert.state === "acknowledged" ? { who: alert.acknowledged.by } : {};
    return html`
      <li>
        <a class=${classes.join(" ")} href="#/worklist/${alert.id}" data-alert=${alert.id} aria-current=${alert.id === this.selected}>
          <div class="pr"><b>${alert.priority}</b>${this.due(alert)}</div>
          <div class="who"><b>${t("alert.unassigned")}</b>
            <span>${alert.specimen ? t("alert.specimen", { specimen: alert.specimen }) : t("alert.noSpecimen")}</span></div>
          <div class="what"><b>${pick(alert.rule.text)}</b>
            <span>${t("alert.limit", { limit: limit(alert) })}</span></div>
          <div class="val">${measured(alert)} <i>${alert.unit}</i></div>
          <div class="own">${alert.simulated ? html`<em>${t("alert.simulated")}</em>` : ""}${t(`alert.state.${alert.state}`, owner)}</div>
        </a>
      </li>`;
  }

  due(alert) {
    const now = Date.now();
    if (alert.state === "closed") return "";
    if (alert.state === "acknowledged" || !alert.dueAt) {
      return html`<span>${duration(now - new Date(alert.openedAt))}</span>`;
    }
    const left = new Date(alert.dueAt) - now;
    return html`<span class=${left < 0 ? "over" : ""}>${left < 0 ? "+" : ""}${countdown(left)}</span>`;
  }

  empty() {
    return html`<div class="nothing"><b>${t(this.kind === "closed" ? "worklist.empty.closed" : "worklist.empty")}</b>
      ${this.kind === "closed" ? "" : html`<p>${t("worklist.empty.lead")}</p>`}</div>`;
  }

  key(event) {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const ids = store.list(this.kind).map((alert) => alert.id);
    const next = ids[Math.min(Math.max(ids.indexOf(this.selected) + step, 0), ids.length - 1)];
    if (next) location.hash = `#/worklist/${next}`;
  }
}
customElements.define("maimen-worklist", MaimenWorklist);

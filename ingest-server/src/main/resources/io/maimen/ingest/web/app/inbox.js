import { html } from "lit";
import { api } from "./api.js";
import { absentReason, clockTime, hasValue, measured, unitOf } from "./format.js";
import { treats } from "./may.js";
import { store } from "./store.js";
import { sourceText } from "./subject.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";
import "./assign-form.js";

/** Readings that belong to nobody yet, and why; each waits here until a person says whose it is. */
class InboxView extends View {
  static properties = { readings: { state: true }, selected: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.hear(store, "device", () => this.load());
    this.hear(store, "caughtUp", () => this.load());
    this.hear(this, "assigned", () => this.load());
    this.load();
  }

  async load() {
    const answer = await this.asks(() => api.inbox());
    if (answer) this.readings = answer.readings;
  }

  render() {
    const { readings } = this;
    const selected = readings?.find(({ observationId }) => observationId === this.selected);
    return html`
      <section class="page" tabindex="0">
        <h1>${t("inbox.title")} <small>${t("inbox.lead")}</small></h1>
        ${this.refused()}
        ${readings?.length === 0 ? html`<p class="nothing">${t("inbox.empty")}</p>` : ""}
        ${readings?.length
          ? html`<div class="two">
              <div class="card"><ul class="waiting-list">${readings.map((reading) => this.row(reading))}</ul></div>
              <div class="card aside">${!treats(store.me) ? html`<p class="nothing">${t("step.not.keeper")}</p>` : selected
                ? html`<h2>${t("assign.title")}</h2><assign-form .reading=${selected} .patient=${null} .language=${this.language}></assign-form>`
                : html`<p class="nothing">${t("inbox.choose")}</p>`}</div>
            </div>`
          : ""}
      </section>`;
  }

  row(reading) {
    const choose = () => (this.selected = reading.observationId);
    const on = reading.observationId === this.selected;
    return html`
      <li class=${on ? "sel" : ""} data-reading=${reading.observationId}>
        <button type="button" aria-pressed=${on} @click=${choose}>
          <span class="what"><b>${pick(reading.display)}</b> <span class="big">${hasValue(reading) ? measured(reading) : "—"}</span> <span class="dim">${unitOf(reading)}</span>
            ${hasValue(reading) ? "" : this.absent(absentReason(reading))}
            ${reading.simulated ? html`<em>${t("alert.simulated")}</em>` : ""}</span>
          <span class="dim">${clockTime(reading.measuredAt)} · ${reading.device} ${sourceText(reading)}</span>
          <span class="why">${t(`inbox.reason.${reading.reason}`)}</span>
        </button>
        <a class="link small" href="#/bytes/${reading.observationId}">${t("bytes.open")}</a>
      </li>`;
  }

  absent(reason) {
    return html`<span class="absent">${t(`absent.${reason}`)}</span>`;
  }
}
customElements.define("reading-inbox", InboxView);

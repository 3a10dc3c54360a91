import { html } from "lit";
import { api } from "./api.js";
import { clockTime } from "./format.js";
import { refusalText, t } from "./texts.js";
import { View } from "./view.js";

/** What could not become a reading, and why. */
class QuarantineList extends View {
  static properties = { items: { state: true }, language: {}, refusal: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    try {
      this.items = (await api.quarantine()).items;
    } catch (error) {
      this.refusal = refusalText(error);
    }
  }

  render() {
    if (this.refusal) return html`<p class="refusal page">${this.refusal}</p>`;
    if (!this.items) return html``;
    return html`
      <section class="page" tabindex="0">
        <h1>${t("quarantine.title")} <small>${t("quarantine.lead")}</small></h1>
        ${this.items.length ? html`<div class="card">${this.table()}</div>` : html`<p class="nothing">${t("quarantine.empty")}</p>`}
      </section>`;
  }

  table() {
    return html`
      <table class="results">
        <thead><tr><th>${t("quarantine.at")}</th><th>${t("quarantine.gateway")}</th>
          <th>${t("quarantine.reason")}</th><th>${t("quarantine.bytes")}</th></tr></thead>
        <tbody>${this.items.map(
          (item) => html`<tr><td>${clockTime(item.admittedAt)}</td><td>${item.gateway}</td><td>${item.reason}</td>
            <td class="hex">${item.hex ?? ""}</td></tr>`,
        )}</tbody>
      </table>`;
  }
}
customElements.define("quarantine-list", QuarantineList);

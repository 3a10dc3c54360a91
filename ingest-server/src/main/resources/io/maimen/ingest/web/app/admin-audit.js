import { html } from "lit";
import { api } from "./api.js";
import { clockTime } from "./format.js";
import { t } from "./texts.js";
import { View } from "./view.js";

/** Who saw, changed and signed what, newest first. Nothing here can be changed; a chain of hashes proves it: details stay as they were written. */
class AdminAudit extends View {
  static properties = { entries: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    this.entries = (await this.asks(() => api.audit()))?.entries ?? [];
  }

  render() {
    return html`
      ${this.refused()}
      <p class="dim">${t("audit.lead")}</p>
      <div class="card scroll" tabindex="0" role="group" aria-label=${t("admin.audit")}><table>
        <thead><tr><th class="n">${t("audit.number")}</th><th>${t("quarantine.at")}</th><th>${t("audit.who")}</th><th>${t("audit.action")}</th><th>${t("audit.subject")}</th><th>${t("audit.detail")}</th></tr></thead>
        <tbody>${(this.entries ?? []).map(
          (entry) => html`<tr class=${entry.action.endsWith("refused") ? "marked" : ""}>
            <td class="n">${entry.seq}</td><td>${clockTime(entry.at)}</td><td>${entry.who}</td><td><b>${t(`audit.action.${entry.action}`)}</b></td>
            <td class="subject" translate="no" lang="en">${entry.subject}</td><td class="dim why" translate="no" lang="en">${entry.detail}</td></tr>`,
        )}</tbody>
      </table></div>`;
  }
}
customElements.define("admin-audit", AdminAudit);

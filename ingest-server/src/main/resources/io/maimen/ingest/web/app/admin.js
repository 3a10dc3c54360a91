import { html } from "lit";
import { t } from "./texts.js";
import { View } from "./view.js";
import "./admin-audit.js";
import "./admin-gateways.js";
import "./admin-organisations.js";
import "./admin-users.js";

const PARTS = ["users", "organisations", "gateways", "audit"];

/** What an admin keeps: people, the tree, gateways; and what everybody did. */
class AdminView extends View {
  static properties = { part: {} };

  render() {
    const part = PARTS.includes(this.part) ? this.part : PARTS[0];
    const tab = (name) => html`<a class="chip ${name === part ? "on" : ""}" href="#/admin/${name}" aria-current=${name === part}>${t(`admin.${name}`)}</a>`;
    return html`
      <section class="page" tabindex="0">
        <h1>${t("nav.admin")}</h1>
        <nav class="tabs" aria-label=${t("nav.admin")}>${PARTS.map(tab)}</nav>
        ${this.shown(part)}
      </section>`;
  }

  shown(part) {
    const { language } = this;
    if (part === "organisations") return html`<admin-organisations .language=${language}></admin-organisations>`;
    if (part === "gateways") return html`<admin-gateways .language=${language}></admin-gateways>`;
    if (part === "audit") return html`<admin-audit .language=${language}></admin-audit>`;
    return html`<admin-users .language=${language}></admin-users>`;
  }
}
customElements.define("admin-view", AdminView);

import { html } from "lit";
import { api } from "./api.js";
import { organisationTree } from "./organisations.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";

const KINDS = ["county", "township", "village", "hospital", "home", "province"];

/** The tree of organisations: everybody sees their own and what is below. */
class AdminOrganisations extends View {
  static properties = { tree: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    this.tree = (await this.asks(() => organisationTree())) ?? this.tree;
  }

  render() {
    const tree = this.tree ?? [];
    return html`
      <div class="two">
        <div class="card scroll" tabindex="0" role="group" aria-label=${t("admin.organisations")}><table>
          <thead><tr><th>${t("organisation.name")}</th><th>${t("organisation.kind")}</th><th>${t("organisation.id")}</th></tr></thead>
          <tbody>${tree.map((one) => html`<tr data-organisation=${one.id}>
            <td><span class="depth${Math.min(one.depth, 5)}"><b>${pick(one.name)}</b></span></td><td>${t(`organisation.kind.${one.kind}`)}</td><td class="dim">${one.id}</td></tr>`)}</tbody>
        </table></div>
        <form class="card fields aside" name="organisation" @submit=${this.submits((facts) => this.add(facts))}>
          <h2>${t("organisation.new")}</h2>
          <label>${t("organisation.parent")}<select name="parent">${tree.map((one) => html`<option value=${one.id}>${pick(one.name)}</option>`)}</select></label>
          <label>${t("organisation.kind")}<select name="kind">${KINDS.map((kind) => html`<option value=${kind}>${t(`organisation.kind.${kind}`)}</option>`)}</select></label>
          <label>${t("organisation.name.zh")}<input name="zh" required autocomplete="off" /></label>
          <label>${t("organisation.name.en")}<input name="en" required autocomplete="off" /></label>
          <label>${t("organisation.id")}<input name="id" required pattern="([a-z0-9]|-){1,63}" autocomplete="off" /></label>
          <div class="acts"><button ?disabled=${this.busy}>${t("organisation.add")}</button></div>
          ${this.refused()}
        </form>
      </div>`;
  }

  async add({ zh, en, ...facts }) {
    await api.newOrganisation({ ...facts, name: { zh, en } });
    await this.load();
  }
}
customElements.define("admin-organisations", AdminOrganisations);

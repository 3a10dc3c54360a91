import { html } from "lit";
import { api } from "./api.js";
import { organisationName, organisationTree } from "./organisations.js";
import { store } from "./store.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";

const ROLES = ["village-doctor", "county-reader", "hospital-expert", "admin"];

/** The people of the admin's tree: who they are, what they may; a new one, a new password, an end. */
class AdminUsers extends View {
  static properties = { users: { state: true }, tree: { state: true }, renewed: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    const answers = await this.asks(() => Promise.all([api.users(), organisationTree()]));
    if (answers) [{ users: this.users }, this.tree] = answers;
  }

  render() {
    return html`
      ${this.refused()}
      <div class="two">
        <div class="card scroll" tabindex="0" role="group" aria-label=${t("admin.users")}><table>
          <thead><tr><th>${t("user.name")}</th><th>${t("login.username")}</th><th>${t("user.role")}</th><th>${t("patient.organisation")}</th><th></th></tr></thead>
          <tbody>${(this.users ?? []).map((user) => this.row(user))}</tbody>
        </table></div>
        <form class="card fields aside" name="user" @submit=${this.submits((facts) => this.add(facts))}>
          <h2>${t("user.new")}</h2>
          <label>${t("login.username")}<input name="username" required pattern="[a-z0-9]([a-z0-9._]|-){0,62}" autocomplete="off" /></label>
          <label>${t("user.name")}<input name="displayName" required autocomplete="off" /></label>
          <label>${t("user.role")}<select name="role">${ROLES.map((role) => html`<option value=${role}>${t(`role.${role}`)}</option>`)}</select></label>
          <label>${t("patient.organisation")}<select name="organisation">${(this.tree ?? []).map((one) => html`<option value=${one.id}>${pick(one.name)}</option>`)}</select></label>
          <label>${t("user.firstPassword")}<input name="password" type="password" required minlength="10" autocomplete="new-password" /></label>
          <div class="acts"><button ?disabled=${this.busy}>${t("user.add")}</button></div>
        </form>
      </div>`;
  }

  row(user) {
    const mine = user.username === store.me.username;
    return html`
      <tr data-user=${user.username} class=${user.disabled ? "dim" : ""}>
        <td><b>${user.displayName}</b></td><td>${user.username}</td><td>${t(`role.${user.role}`)}</td>
        <td>${organisationName(this.tree, user.organisation)}</td>
        <td class="does">${user.disabled ? t("user.disabled") : mine ? "" : this.commands(user)}</td>
      </tr>`;
  }

  commands({ username }) {
    if (this.renewed !== username) {
      return html`<button class="chip" name="renew" @click=${() => (this.renewed = username)}>${t("user.password")}</button>
        <button class="chip" name="disable" @click=${() => this.disable(username)}>${t("user.disable")}</button>`;
    }
    return html`<form class="inline" @submit=${this.submits(({ password }) => this.renew(username, password))}>
      <input name="password" type="password" required minlength="10" autocomplete="new-password" aria-label=${t("password.new")} placeholder=${t("password.new")} />
      <button class="chip">${t("password.set")}</button></form>`;
  }

  async add(facts) {
    await api.newUser(facts);
    await this.load();
  }

  async disable(username) {
    if (confirm(t("user.disable.sure", { username })) && (await this.does(() => api.disableUser(username)))) await this.load();
  }

  async renew(username, password) {
    await api.setPassword(username, password);
    this.renewed = "";
  }
}
customElements.define("admin-users", AdminUsers);

import { html } from "lit";
import { api } from "./api.js";
import { store } from "./store.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";

/** Who I am here and what I may, and my own password. A new password ends all other sessions: there may be a reason for it. */
class MyAccount extends View {
  static properties = { changed: { state: true } };

  render() {
    const { me } = store;
    return html`
      <section class="page" tabindex="0">
        <h1>${me.displayName} <small>${me.username}</small></h1>
        <div class="narrow stack">
          <dl class="card facts">
            <dt>${t("user.role")}</dt><dd>${me.role ? t(`role.${me.role}`) : "—"}</dd>
            <dt>${t("patient.organisation")}</dt><dd>${pick(me.organisation?.name) || "—"}</dd>
            <dt>${t("user.may")}</dt><dd>${me.role ? t(`role.may.${me.role}`) : "—"}</dd>
          </dl>
          <form class="card fields" name="password" @submit=${this.submits((words) => this.change(words))}>
            <h2>${t("password.title")}</h2>
            <label>${t("password.old")}<input name="old" type="password" required autocomplete="current-password" /></label>
            <label>${t("password.new")}<input name="fresh" type="password" required minlength="10" autocomplete="new-password" /></label>
            <label>${t("password.again")}<input name="again" type="password" required minlength="10" autocomplete="new-password"
              @input=${(event) => event.target.setCustomValidity(this.isRepeated() ? "" : t("password.unlike"))} /></label>
            <div class="acts"><button ?disabled=${this.busy}>${t("password.set")}</button>
              <span class="dim small" role="status">${this.changed || t("password.lead")}</span></div>
            ${this.refused()}
          </form>
        </div>
      </section>`;
  }

  isRepeated() {
    const { fresh, again } = this.querySelector("form").elements;
    return fresh.value === again.value;
  }

  async change({ old, fresh }) {
    this.changed = "";
    await api.changeMyPassword(old, fresh);
    this.changed = t("password.changed");
  }
}
customElements.define("my-account", MyAccount);

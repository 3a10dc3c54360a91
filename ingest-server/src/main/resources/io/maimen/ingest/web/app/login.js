import { html } from "lit";
import { api } from "./api.js";
import { logo } from "./logo.js";
import { store } from "./store.js";
import { otherLanguage, refusalText, t, useLanguage } from "./texts.js";
import { View } from "./view.js";

class MaimenLogin extends View {
  render() {
    return html`
      <main class="login">
        <form @submit=${this.submit}>
          <h1 class="brand">${logo}脉门 Maimen</h1>
          <p class="dim">${t("login.lead")}</p>
          ${store.expired ? html`<p class="refusal">${t("login.expired")}</p>` : ""}
          <label>${t("login.username")}<input name="username" autocomplete="username" required /></label>
          <label>${t("login.password")}<input name="password" type="password" autocomplete="current-password" required /></label>
          <button class="act" ?disabled=${this.busy}>${t("login.submit")}</button>
          <p class="refusal" role="alert">${this.refusal ?? ""}</p>
          <p class="dim small">${t("login.first")}</p>
        </form>
        <button class="quiet" title=${t("language.switch")} @click=${this.switchLanguage}>${t("language.other")}</button>
      </main>`;
  }

  firstUpdated() {
    this.querySelector("input").focus();
  }

  async submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.busy = true;
    this.refusal = "";
    try {
      const me = await api.login(form.get("username"), form.get("password"));
      this.dispatchEvent(new CustomEvent("logged-in", { detail: me }));
    } catch (error) {
      this.refusal = error.status === 401 ? t("login.wrong") : refusalText(error);
    } finally {
      this.busy = false;
    }
  }

  switchLanguage() {
    useLanguage(otherLanguage());
    this.refusal = "";
    this.requestUpdate();
  }
}
customElements.define("maimen-login", MaimenLogin);

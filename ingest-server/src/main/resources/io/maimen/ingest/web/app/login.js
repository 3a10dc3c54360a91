import { html } from "lit";
import { api } from "./api.js";
import { otherLanguage, t, useLanguage } from "./texts.js";
import { View } from "./view.js";

class MaimenLogin extends View {
  static properties = { refusal: { state: true }, busy: { state: true } };

  render() {
    return html`
      <form class="login" @submit=${this.submit}>
        <h1 class="brand"><svg viewBox="0 0 28 28" aria-hidden="true"><path d="M3 15h5l2.5-7 4.5 13 3.5-9 1.5 3h5" /></svg>脉门 Maimen</h1>
        <p class="dim">${t("login.lead")}</p>
        <label>${t("login.username")}<input name="username" autocomplete="username" required autofocus /></label>
        <label>${t("login.password")}<input name="password" type="password" autocomplete="current-password" required /></label>
        <button class="act" ?disabled=${this.busy}>${t("login.submit")}</button>
        <p class="refusal" role="alert">${this.refusal ?? ""}</p>
        <p class="dim small">${t("login.first")}</p>
        <button type="button" class="quiet" @click=${this.switchLanguage}>${t("language.other")}</button>
      </form>`;
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
      this.refusal = error.status === 401 ? t("login.wrong") : error.status ? error.message : t("error.network");
    } finally {
      this.busy = false;
    }
  }

  switchLanguage() {
    useLanguage(otherLanguage());
    this.requestUpdate();
  }
}
customElements.define("maimen-login", MaimenLogin);

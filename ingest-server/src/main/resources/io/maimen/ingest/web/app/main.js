import { html } from "lit";
import { api } from "./api.js";
import { clockTime } from "./format.js";
import { store } from "./store.js";
import { currentLanguage, loadTexts, otherLanguage, t, useLanguage } from "./texts.js";
import { View } from "./view.js";
import "./login.js";
import "./worklist.js";
import "./devices.js";
import "./device-page.js";
import "./quarantine.js";

/** The frame of the page: log-in first, then header, navigation and the view that the address names. */
class MaimenApp extends View {
  static properties = { route: { state: true }, ready: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.ready = false;
    this.route = location.hash;
    addEventListener("hashchange", () => (this.route = location.hash));
    store.addEventListener("change", () => this.requestUpdate());
    this.begin();
  }

  async begin() {
    await loadTexts();
    try {
      await store.start(await api.me());
    } catch {
      /* Not logged in yet: the log-in form is what there is to show. */
    }
    this.ready = true;
  }

  render() {
    if (!this.ready) return html``;
    document.title = `${store.me ? `(${store.count("open")}) ` : ""}${t("brand")}`;
    if (!store.me) return html`<maimen-login @logged-in=${(e) => store.start(e.detail)}></maimen-login>`;
    return html`${this.header()}<main>${this.view()}</main>`;
  }

  header() {
    const [, section] = this.route.split("/");
    const tab = (name, badge) => html`
      <a href="#/${name}" class=${(section || "worklist") === name ? "on" : ""}>
        ${t(`nav.${name}`)} ${badge ? html`<b class="badge">${badge}</b>` : ""}
      </a>`;
    return html`
      <header>
        <a class="brand" href="#/worklist">
          <svg viewBox="0 0 28 28" aria-hidden="true"><path d="M3 15h5l2.5-7 4.5 13 3.5-9 1.5 3h5" /></svg>${t("brand")}
        </a>
        <nav>${tab("worklist", store.count("open"))} ${tab("devices")} ${tab("quarantine")}</nav>
        <div class="space"></div>
        ${this.health()}
        <span class="me">${store.me.displayName}</span>
        <button class="quiet" title=${t("language.switch")} @click=${this.switchLanguage}>${t("language.other")}</button>
        <button class="quiet" @click=${this.logout}>${t("logout")}</button>
      </header>`;
  }

  health() {
    if (!store.connected) {
      return html`<span class="health red" role="alert"><i></i>${t("health.offline", { time: clockTime(store.lastHeardAt) })}</span>`;
    }
    const state = { green: "ok", amber: "amber", red: "red" }[store.health.state] ?? "red";
    return html`<span class="health ${state}" title=${(store.health.reasons ?? []).join("\n")}><i></i>${t(`health.${state}`)}</span>`;
  }

  view() {
    const [, section, id] = this.route.split("/").map(decodeURIComponent);
    if (section === "devices" && id) return html`<device-page .device=${id} .language=${currentLanguage()}></device-page>`;
    if (section === "devices") return html`<device-list .language=${currentLanguage()}></device-list>`;
    if (section === "quarantine") return html`<quarantine-list .language=${currentLanguage()}></quarantine-list>`;
    return html`<maimen-worklist .selected=${id ?? ""} .language=${currentLanguage()}></maimen-worklist>`;
  }

  switchLanguage() {
    useLanguage(otherLanguage());
    this.requestUpdate();
  }

  async logout() {
    await api.logout().catch(() => {});
    store.stop();
  }
}
customElements.define("maimen-app", MaimenApp);

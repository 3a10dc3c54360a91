import { html } from "lit";
import { api } from "./api.js";
import { clockTime, zoneName } from "./format.js";
import { logo } from "./logo.js";
import { store } from "./store.js";
import { currentLanguage, loadTexts, otherLanguage, pick, t, useLanguage } from "./texts.js";
import { View } from "./view.js";
import "./admin.js";
import "./bytes-page.js";
import "./device-page.js";
import "./devices.js";
import "./inbox.js";
import "./login.js";
import "./my-account.js";
import "./patient-page.js";
import "./patients.js";
import "./quarantine.js";
import "./worklist.js";

/** The frame of the page: log-in first, then header, navigation and the view that the address names. */
class MaimenApp extends View {
  static properties = { route: { state: true }, ready: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.ready = false;
    this.route = location.hash;
    this.hear(window, "hashchange", () => (this.route = location.hash));
    this.hear(store, "change", () => this.requestUpdate());
    this.tick();
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
    const open = store.me ? store.count("open") : 0;
    document.title = `${open ? `(${open}) ` : ""}${t("brand")}`;
    if (!store.me) return html`<maimen-login @logged-in=${(event) => store.start(event.detail)}></maimen-login>`;
    return html`${this.header(open)}${this.offline()}<main>${this.view()}</main>`;
  }

  header(open) {
    const [, section] = this.route.split("/");
    const tab = (name, badge) => html`
      <a href="#/${name}" class=${(section || "worklist") === name ? "on" : ""}>
        ${t(`nav.${name}`)} ${badge ? html`<b class="badge">${badge}</b>` : ""}
      </a>`;
    return html`
      <header>
        <a class="brand" href="#/worklist">${logo}${t("brand")}</a>
        <nav>${tab("worklist", open)} ${tab("patients")} ${tab("inbox")} ${tab("devices")} ${tab("quarantine")}
          ${store.me.role === "admin" ? tab("admin") : ""}</nav>
        <div class="space"></div>
        ${this.health()}
        <span class="clock dim">${clockTime(Date.now())} ${zoneName()}</span>
        <a class="me" href="#/me"><b>${store.me.displayName}</b>
          ${store.me.role ? html`<span>${t(`role.${store.me.role}`)} · ${pick(store.me.organisation?.name)}</span>` : ""}</a>
        <button class="quiet" title=${t("language.switch")} @click=${this.switchLanguage}>${t("language.other")}</button>
        <button class="quiet" @click=${this.logout}>${t("logout")}</button>
      </header>`;
  }

  health() {
    const state = store.connected ? ({ green: "ok", amber: "amber" }[store.health.state] ?? "red") : "lost";
    return html`<span class="health ${state}"><i></i>${t(`health.${state}`)}</span>`;
  }

  /** Says it across the whole page: a worklist that looks calm because it is cut off would be the worst of answers. */
  offline() {
    if (store.connected) return "";
    return html`<p class="offline" role="alert">${t("health.offline", { time: clockTime(store.lastHeardAt) })}</p>`;
  }

  view() {
    const [, section, id] = this.route.split("/").map(decodeURIComponent);
    const language = currentLanguage();
    if (section === "patients" && id) return html`<patient-page .patient=${id} .language=${language}></patient-page>`;
    if (section === "patients") return html`<patient-list .language=${language}></patient-list>`;
    if (section === "inbox") return html`<reading-inbox .language=${language}></reading-inbox>`;
    if (section === "bytes" && id) return html`<bytes-page .observation=${id} .language=${language}></bytes-page>`;
    if (section === "admin") return html`<admin-view .part=${id} .language=${language}></admin-view>`;
    if (section === "me") return html`<my-account .language=${language}></my-account>`;
    if (section === "devices" && id) return html`<device-page .device=${id} .language=${language}></device-page>`;
    if (section === "devices") return html`<device-list .language=${language}></device-list>`;
    if (section === "quarantine") return html`<quarantine-list .language=${language}></quarantine-list>`;
    return html`<maimen-worklist .selected=${id ?? ""} .language=${language}></maimen-worklist>`;
  }

  switchLanguage() {
    useLanguage(otherLanguage());
    this.requestUpdate();
  }

  async logout() {
    /* Also without an answer the page forgets who was here. */
    await api.logout().catch(() => {});
    store.stop();
  }
}
customElements.define("maimen-app", MaimenApp);

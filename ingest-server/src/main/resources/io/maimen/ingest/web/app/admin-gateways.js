import { html } from "lit";
import { api } from "./api.js";
import { ago, clockTime, fullTime } from "./format.js";
import { organisationName, organisationTree } from "./organisations.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";

/** Gateways: whose, whether heard of, until when their certificate holds; a new one, a code to enrol it, its end. */
class AdminGateways extends View {
  static properties = { gateways: { state: true }, tree: { state: true }, code: { state: true }, revoking: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.tick();
    this.load();
  }

  async load() {
    const answers = await this.asks(() => Promise.all([api.gateways(), organisationTree()]));
    if (answers) [{ gateways: this.gateways }, this.tree] = answers;
  }

  render() {
    return html`
      ${this.refused()}
      ${this.code ? this.shownCode(this.code) : ""}
      <div class="two">
        <div class="card scroll" tabindex="0" role="group" aria-label=${t("admin.gateways")}><table>
          <thead><tr><th>${t("quarantine.gateway")}</th><th>${t("patient.organisation")}</th><th>${t("gateway.state")}</th>
            <th>${t("gateway.until")}</th><th>${t("gateway.desired")}</th><th></th></tr></thead>
          <tbody>${(this.gateways ?? []).map((gateway) => this.row(gateway))}</tbody>
        </table></div>
        <form class="card fields aside" name="gateway" @submit=${this.submits((facts) => this.add(facts))}>
          <h2>${t("gateway.new")}</h2>
          <label>${t("gateway.id")}<input name="id" required pattern="([a-z0-9]|-){1,63}" autocomplete="off" /></label>
          <label>${t("patient.organisation")}<select name="organisation">${(this.tree ?? []).map((one) => html`<option value=${one.id}>${pick(one.name)}</option>`)}</select></label>
          <div class="acts"><button ?disabled=${this.busy}>${t("gateway.add")}</button></div>
        </form>
      </div>`;
  }

  shownCode({ id, code, expiresAt }) {
    return html`<div class="card" role="status"><h2>${t("gateway.code", { id })}</h2>
      <p class="secret">${code}</p>
      <p class="dim">${t("gateway.code.lead", { time: fullTime(expiresAt) })}</p></div>`;
  }

  row(gateway) {
    return html`
      <tr data-gateway=${gateway.id}>
        <td><b>${gateway.id}</b></td><td>${organisationName(this.tree, gateway.organisation)}</td>
        <td>${this.state(gateway)}</td>
        <td>${gateway.certificateUntil ? clockTime(gateway.certificateUntil) : "—"}</td>
        <td>${gateway.reportedVersion ?? "—"} / ${gateway.desiredVersion ?? "—"}</td>
        <td class="does">${this.commands(gateway)}</td>
      </tr>`;
  }

  state({ state, connected, lastSeenAt }) {
    if (state !== "enrolled") return t(`gateway.state.${state}`);
    if (connected) return t("gateway.connected");
    return html`<span class="hot">${lastSeenAt ? t("gateway.silent", { ago: ago(lastSeenAt) }) : t("gateway.neverSeen")}</span>`;
  }

  /** A revoked gateway is let in again by a new code. */
  commands({ id, state }) {
    if (this.revoking !== id) {
      return html`<button class="chip" name="code" @click=${() => this.does(async () => (this.code = { id, ...(await api.enrolmentCode(id)) }))}>${t("gateway.makeCode")}</button>
        ${state === "revoked" ? "" : html`<button class="chip" name="revoke" @click=${() => (this.revoking = id)}>${t("gateway.revoke")}</button>`}`;
    }
    return html`<form class="inline" @submit=${this.submits(({ reason }) => this.revoke(id, reason))}>
      <input name="reason" required aria-label=${t("assign.reason")} placeholder=${t("assign.reason")} autocomplete="off" />
      <button class="chip">${t("gateway.revoke")}</button></form>`;
  }

  async add(facts) {
    await api.newGateway(facts);
    await this.load();
  }

  async revoke(id, reason) {
    await api.revokeGateway(id, reason);
    this.revoking = "";
    await this.load();
  }
}
customElements.define("admin-gateways", AdminGateways);

import { html } from "lit";
import { api } from "./api.js";
import { sexAndAge } from "./subject.js";
import { t } from "./texts.js";
import { View } from "./view.js";
import "./patient-picker.js";

/** Merges a double into this patient: its readings become this patient's, and everything is judged again. */
class PatientMerge extends View {
  static properties = { patient: {}, duplicate: { state: true } };

  render() {
    const { duplicate } = this;
    return html`
      <details class="card fold">
        <summary>${t("merge.title")}</summary>
        <form class="fields" name="merge" @submit=${this.submits(({ reason }) => this.merge(reason))}>
          ${duplicate
            ? html`<p><b>${duplicate.name}</b> <span class="dim">${sexAndAge(duplicate)}</span></p>`
            : html`<patient-picker .label=${t("merge.duplicate")} .language=${this.language}
                @picked=${(event) => (this.duplicate = event.detail)}></patient-picker>`}
          <label>${t("assign.reason")}<input name="reason" required maxlength="200" autocomplete="off" /></label>
          <div class="acts"><button ?disabled=${this.busy || !duplicate}>${t("merge.do")}</button>
            <span class="dim small">${t("merge.lead", { name: this.patient.name })}</span></div>
          ${this.refused()}
        </form>
      </details>`;
  }

  async merge(reason) {
    await api.merge(this.patient.id, this.duplicate.id, reason);
    this.duplicate = null;
    this.dispatchEvent(new Event("entered", { bubbles: true }));
  }
}
customElements.define("patient-merge", PatientMerge);

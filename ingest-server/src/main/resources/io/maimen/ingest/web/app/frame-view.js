import { html } from "lit";
import { clockTime, unitText } from "./format.js";
import { t } from "./texts.js";
import { View } from "./view.js";

const [WIDE, NARROW] = [16, 8];
const SHOWN_BYTES = 1024;
const TINTS = 4;
const hex = (n, digits) => n.toString(16).padStart(digits, "0");
const isPrintable = (byte) => byte > 0x20 && byte < 0x7f;

/**
 * One raw frame in hex, its fields marked in it and named beside it. A field under the pointer or the keyboard shows its
 * bytes, a byte under the pointer shows its field.
 */
class FrameView extends View {
  static properties = { frame: {}, lit: { state: true }, perRow: { state: true } };
  narrow = matchMedia("(max-width: 760px)");

  constructor() {
    super();
    this.lit = -1;
    this.perRow = this.narrow.matches ? NARROW : WIDE;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear(this.narrow, "change", () => (this.perRow = this.narrow.matches ? NARROW : WIDE));
  }

  get bytes() {
    return (this.frame.hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  }

  /** A field that is empty has no bytes to show. */
  get fields() {
    return (this.frame.fields ?? []).filter(({ length }) => length > 0);
  }

  /** The field that a byte belongs to; the shortest where fields lie within one another. */
  fieldAt(offset) {
    const around = this.fields.filter((field) => offset >= field.offset && offset < field.offset + field.length);
    return this.fields.indexOf(around.sort((a, b) => a.length - b.length)[0]);
  }

  render() {
    const { bytes, fields } = this;
    const shown = bytes.slice(0, SHOWN_BYTES);
    const rows = Array.from({ length: Math.ceil(shown.length / this.perRow) }, (_, i) => i * this.perRow);
    return html`
      <div class="card frame">
        <h2>${t("frame.title", { n: bytes.length })}
          <span class="dim">${t("alert.received", { time: clockTime(this.frame.receivedAt) })}</span>
          <span class="dim code">SHA-256 ${this.frame.sha256}</span></h2>
        <div class="opened">
          <div class="dump" tabindex="0" role="group" aria-label=${t("frame.bytes")} @pointerover=${this.point} @pointerleave=${() => (this.lit = -1)}>
            ${rows.map((from) => this.row(from, shown.slice(from, from + this.perRow)))}
            ${bytes.length > shown.length ? html`<p class="dim">${t("frame.more", { n: bytes.length - shown.length })}</p>` : ""}
          </div>
          ${fields.length ? this.table(fields) : html`<p class="dim">${t("frame.noFields")}</p>`}
        </div>
      </div>`;
  }

  row(from, bytes) {
    const looks = (offset) => {
      const field = this.fieldAt(offset);
      return field < 0 ? "" : `field tint${field % TINTS} ${field === this.lit ? "lit" : ""}`;
    };
    return html`<div class="bytes"><span class="dim">${hex(from, 4)}</span>
      <span class="cells">${bytes.map((byte, i) => html`<i class=${looks(from + i)} data-offset=${from + i}>${hex(byte, 2)}</i>`)}</span>
      <span class="letters">${bytes.map((byte, i) => html`<i class=${looks(from + i)} data-offset=${from + i}>${isPrintable(byte) ? String.fromCharCode(byte) : "·"}</i>`)}</span></div>`;
  }

  table(fields) {
    return html`
      <div class="named" tabindex="0" role="group" aria-label=${t("frame.fields")}>
        <table>
          <thead><tr><th>${t("frame.field")}</th><th class="n">${t("frame.value")}</th><th></th><th>${t("frame.at")}</th></tr></thead>
          <tbody>${fields.map(
            (field, i) => html`
              <tr class=${i === this.lit ? "lit" : ""} tabindex="0" data-field=${i}
                @pointerenter=${() => (this.lit = i)} @pointerleave=${() => (this.lit = -1)} @focus=${() => (this.lit = i)} @blur=${() => (this.lit = -1)}>
                <td><i class="swatch tint${i % TINTS}"></i>${field.name}</td><td class="n">${field.value}</td><td class="dim">${unitText(field.unit)}</td>
                <td class="code">${hex(field.offset, 4)}${field.length > 1 ? html`–${hex(field.offset + field.length - 1, 4)}` : ""}</td>
              </tr>`,
          )}</tbody>
        </table>
      </div>`;
  }

  point(event) {
    const byte = event.target.closest("[data-offset]");
    this.lit = byte ? this.fieldAt(Number(byte.dataset.offset)) : -1;
  }
}
customElements.define("frame-view", FrameView);

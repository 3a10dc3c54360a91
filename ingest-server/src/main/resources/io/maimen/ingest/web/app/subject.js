import { html } from "lit";
import { age } from "./format.js";
import { t } from "./texts.js";

/** Female, 72: what is known of sex and age. */
export function sexAndAge({ sex, birthDate }) {
  return [sex ? t(`patient.sex.${sex}`) : "", birthDate ? t("patient.age", { n: age(birthDate) }) : ""].filter(Boolean).join(" ");
}

/** A patient's name as a way to the patient, or that there is none. */
export const patientLink = (patient) =>
  patient ? html`<a class="link" href="#/patients/${encodeURIComponent(patient.id)}">${patient.name}</a>` : html`${t("alert.unassigned")}`;

/** The numbers a patient is known by. */
export const identifiers = (patient) =>
  patient.identifiers.map(({ system, value }) => html`<span class="identifier"><i>${t(`patient.identifier.${system}`)}</i> ${value}</span>`);

/** What a reading is of, where the device says it: a specimen, or one of its users. */
export function sourceText({ specimen, slot }) {
  if (specimen) return t("alert.specimen", { specimen });
  return slot === null || slot === undefined ? "" : t("alert.slot", { slot });
}

/** What the server calls the device of readings that people enter. */
const BY_HAND = "serial:manual";

/** A device as it is known here: by its number, or that it is none. */
export const deviceName = (device) => (device === BY_HAND ? t("devices.byHand") : device);

/** How far people are with an alert, and who acted last. */
export const stateText = (alert) =>
  t(`alert.state.${alert.state}`, { who: (alert.closed ?? alert.reviews?.at(-1) ?? alert.acknowledged)?.by });

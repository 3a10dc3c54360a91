import { locale, t } from "./texts.js";

const pad = (n) => String(n).padStart(2, "0");

const timeOfDay = (at) => `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;

/** Date and time by the reader's clock. Takes ISO text or epoch milliseconds, as all functions here do. */
export function fullTime(time) {
  const at = new Date(time);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${timeOfDay(at)}`;
}

/** Time of day by the reader's clock; with the date when it is not today. */
export function clockTime(time, now = Date.now()) {
  if (!time) return "";
  const at = new Date(time);
  return at.toDateString() === new Date(now).toDateString() ? timeOfDay(at) : fullTime(at);
}

/** The zone of every time on the page, which is the reader's own: 中国标准时间. */
export const zoneName = () =>
  new Intl.DateTimeFormat(locale(), { timeZoneName: "long" }).formatToParts().find((part) => part.type === "timeZoneName").value;

/** A length of time in its largest unit: 40 s, 11 min, 2 h, 3 d. */
export function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return t("unit.second", { n: seconds });
  if (seconds < 3600) return t("unit.minute", { n: Math.floor(seconds / 60) });
  if (seconds < 86400) return t("unit.hour", { n: Math.floor(seconds / 3600) });
  return t("unit.day", { n: Math.floor(seconds / 86400) });
}

/** Minutes and seconds while a countdown is short enough to be watched: 2:41. The sign is the caller's to say. */
export function countdown(ms) {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  return seconds < 3600 ? `${Math.floor(seconds / 60)}:${pad(seconds % 60)}` : duration(Math.abs(ms));
}

export const ago = (time, now = Date.now()) => {
  const ms = now - new Date(time).getTime();
  return ms < 5000 ? t("ago.now") : t("ago", { time: duration(ms) });
};

const SYSTOLIC = "mdc:150021";
const DIASTOLIC = "mdc:150022";
const component = (reading, code) => reading.components?.find((part) => part.code === code);

/** Whether the reading is a blood pressure: a panel of parts without a value of its own. */
export const isPressure = (reading) => component(reading, SYSTOLIC) !== undefined;

const asWritten = (text) => text.replaceAll(">=", "≥").replaceAll("<=", "≤");

const digits = ({ comparator, value }) => (comparator && comparator !== "=" ? `${asWritten(comparator)} ` : "") + (value ?? "—");

/** What the ECG analysis found: its number says how long it lasted, and 0 that it is over. */
export const isFinding = (reading) => reading.code?.startsWith("icd10:") ?? false;

const isOver = (reading) => isFinding(reading) && Number(reading.value) === 0;

/** A value as the device gave it: its digits are never touched. A blood pressure is written 152/91. */
export const measured = (reading) =>
  isOver(reading) ? t("ecg.over")
  : isPressure(reading) ? [SYSTOLIC, DIASTOLIC].map((code) => digits(component(reading, code) ?? {})).join("/") : digits(reading);

/** Whether there is any value to show. */
export const hasValue = (reading) => reading.value !== null || (isPressure(reading) && component(reading, SYSTOLIC).value !== null);

/** Why there is no value: the panel of a cuff that failed says so in its parts. */
export const absentReason = (reading) => component(reading, SYSTOLIC)?.absentReason ?? reading.absentReason;

/** A unit as people write it; UCUM's brackets are for machines. */
export const unitText = (unit) => {
  const written = { Cel: "°C", "[degF]": "°F", "[lb_av]": "lb" };
  return written[unit] ?? (unit ?? "").replace("mm[Hg]", "mmHg").replace("{beats}", t("unit.beats"));
};

export const unitOf = (reading) => (isOver(reading) ? "" : unitText(component(reading, SYSTOLIC)?.unit ?? reading.unit));

/** A rule's limit as a doctor writes it: ≥ 6.2 mmol/L. */
export const limitText = (limit) => asWritten(unitText(limit));

export const limit = (alert) => limitText(alert.rule.limit);

/** Whole years from a date of birth (2001-02-03) to now. */
export function age(birthDate, now = new Date()) {
  const [year, month, day] = birthDate.split("-").map(Number);
  const before = now.getMonth() + 1 < month || (now.getMonth() + 1 === month && now.getDate() < day);
  return now.getFullYear() - year - (before ? 1 : 0);
}

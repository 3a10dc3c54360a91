import { html } from "lit";
import { clockTime } from "./format.js";
import { nextStep } from "./may.js";
import { t } from "./texts.js";

const STEPS = ["acknowledge", "first-review", "second-review", "close"];

/** Who did each step of an alert and when; undefined where nobody has yet. */
const done = (alert) => [alert.acknowledged, alert.reviews[0], alert.reviews[1], alert.closed];

/** The way of an alert through people's hands: done, next and to come. */
export function alertSteps(alert) {
  const next = nextStep(alert);
  return html`<ol class="steps">${STEPS.map((step, i) => {
    const by = done(alert)[i];
    const looks = by ? "done" : step === next ? "now" : "";
    return html`<li class=${looks} aria-current=${step === next ? "step" : "false"}><b>${t(`step.${step}`)}</b>
      <span>${by ? `${by.by} ${clockTime(by.at)}` : t(`step.by.${step}`)}</span></li>`;
  })}</ol>`;
}

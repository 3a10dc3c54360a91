/** What a role may do. The server decides; this only says beforehand what it would refuse, and why. */
const DOCTORS = ["village-doctor", "county-reader", "hospital-expert"];
const SECOND_READERS = ["county-reader", "hospital-expert"];

/** The steps of an alert in their order; each one's state is what it has before the step. */
const STEPS = { new: "acknowledge", acknowledged: "first-review", "first-reviewed": "second-review", "second-reviewed": "close" };

/** Whether the reader treats patients: enters, assigns and signs. */
export const treats = (me) => DOCTORS.includes(me.role);

/** What is to be done next with the alert; undefined when it is closed. */
export const nextStep = (alert) => STEPS[alert.state];

/** Why the reader may not take the alert's next step: "keeper", "first-reader" or "same-person"; "" when they may. */
export function whyNot(alert, me) {
  if (!treats(me)) return "keeper";
  if (nextStep(alert) !== "second-review") return "";
  if (alert.reviews.some(({ by }) => by === me.username)) return "same-person";
  return SECOND_READERS.includes(me.role) ? "" : "first-reader";
}

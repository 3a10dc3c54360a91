import { api } from "./api.js";
import { pick } from "./texts.js";

let asked = null;

/** The symptoms one can choose from, each with code and names; asked for once. */
export function symptoms() {
  asked ??= api.symptoms().then(
    (answer) => answer.symptoms,
    (error) => {
      asked = null;
      throw error;
    },
  );
  return asked;
}

/** A symptom's name in the reader's language; its code while the names are not known. */
export const symptomName = (known, code) => pick(known?.find((symptom) => symptom.code === code)?.display) || code;

/** Whether the reading is a symptom that somebody reported, rather than a number. */
export const isSymptom = (reading) => reading.value?.startsWith("icd10:") ?? false;

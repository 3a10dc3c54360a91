/** The page's texts: one catalogue a language, the same keys in each. A missing key shows itself, it never shows as blank. */
const LANGUAGES = ["zh", "en"];
const catalogues = {};
let language = "zh";

/** Loads both catalogues and chooses the language: what was chosen before, else the browser's. */
export async function loadTexts() {
  await Promise.all(
    LANGUAGES.map(async (name) => {
      catalogues[name] = await (await fetch(`/texts/${name}.json`)).json();
    }),
  );
  const kept = localStorage.getItem("language");
  useLanguage(LANGUAGES.includes(kept) ? kept : navigator.language.startsWith("zh") ? "zh" : "en");
}

export function useLanguage(name) {
  language = name;
  localStorage.setItem("language", name);
  document.documentElement.lang = locale();
}

export const currentLanguage = () => language;
export const otherLanguage = () => (language === "zh" ? "en" : "zh");
export const locale = () => (language === "zh" ? "zh-CN" : "en");

/** The text of a key, with {names} replaced; {@code otherwise} where the catalogue has none. */
export function t(key, values = {}, otherwise = key) {
  const text = catalogues[language]?.[key] ?? otherwise;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** One of a bilingual pair from the server. */
export const pick = (pair) => (pair ? pair[language] : "");

/** What to tell the reader when the server did not answer, or refused: in our words where we have some, else in its own. */
export function refusalText({ status, code, message, seconds }) {
  if (!status) return t("error.network");
  return t("error.refused", { code: code || status, message: t(`refusal.${code}`, { seconds }, message) });
}

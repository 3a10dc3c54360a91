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

/** The text of a key, with {names} replaced. */
export function t(key, values = {}) {
  const text = catalogues[language]?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** One of a bilingual pair from the server. */
export const pick = (pair) => (pair ? pair[language] : "");

/** What to tell the reader when the server refused, or did not answer. */
export const refusalText = (error) => (error.status ? t("error.refused", { code: error.code, message: error.message }) : t("error.network"));

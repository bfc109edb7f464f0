import { english } from './english/words.ts';
import { german } from './german/words.ts';
import type { Language, Words } from './words.ts';

/** Every available language. */
export const languages: Readonly<Record<Language, Words>> = { en: english, de: german };

/** The language of a BCP 47 tag, in lower case: `de-AT` is `de`. */
export function languageOf(locale: string): string {
  return locale.split('-', 1)[0]?.toLowerCase() ?? '';
}

export function isLanguage(language: string): language is Language {
  return Object.hasOwn(languages, language);
}

/**
 * The locale to answer in, where a sentence is of a language and its writer reads by a locale of their own: that one,
 * unless the sentence is of another language.
 */
export function localeIn(language: string | undefined, own: string | undefined): string | undefined {
  if (language === undefined) return own;
  const words = wordsOf(language);
  return own !== undefined && wordsOf(own) === words ? own : words.locale;
}

/** The words for a BCP 47 tag; English for a language that is not there, or none. */
export function wordsOf(locale: string | undefined): Words {
  const language = languageOf(locale ?? '');
  return isLanguage(language) ? languages[language] : english;
}

/** The languages that sentences are read in, as BCP 47 tags. */
export const locales = ['en', 'de', 'fr', 'es'] as const;

export type Locale = (typeof locales)[number];

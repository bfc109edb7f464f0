/** A language that is understood: English whole, the others for dates, lengths and simple requests. */
export type Locale = 'en' | 'de' | 'fr' | 'es';

import { isLanguage, languageOf } from '../words/words-of.ts';

/** More than browsers send; the rest of a longer header is ignored. */
const maxLength = 500;

/**
 * The locale of a browser's `Accept-Language` (RFC 9110, 12.5.4) that its reader prefers among the available languages;
 * undefined where there is none.
 */
export function acceptedLocale(header: string | undefined): string | undefined {
  const ranges = (header ?? '').slice(0, maxLength).split(',');
  const wanted = ranges.flatMap((range) => {
    const [locale = '', quality] = range.split(';').map((part) => part.trim());
    const weight = quality === undefined ? 1 : Number(quality.replace(/^q=/i, ''));
    return isLanguage(languageOf(locale)) && weight > 0 ? [{ locale, weight }] : [];
  });
  const [best] = wanted.sort((one, other) => other.weight - one.weight);
  return best?.locale;
}

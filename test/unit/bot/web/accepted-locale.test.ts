import { describe, expect, it } from 'vitest';

import { acceptedLocale } from '../../../../bot/web/accepted-locale.ts';

describe('the locale that a browser accepts', () => {
  it.each([
    { header: 'de-AT,de;q=0.9,en;q=0.8', locale: 'de-AT' },
    { header: 'fr-FR, de;q=0.5, en;q=0.8', locale: 'en' },
    { header: 'en;q=0.2, de-DE', locale: 'de-DE' },
    { header: 'de;q=0, en-US', locale: 'en-US' },
    { header: 'fr-FR, es', locale: undefined },
    { header: '*', locale: undefined },
    { header: 'de;q=nonsense', locale: undefined },
    { header: `${'x'.repeat(600)}, de`, locale: undefined },
    { header: undefined, locale: undefined },
  ])('of "$header" is $locale', ({ header, locale }) => {
    expect(acceptedLocale(header)).toBe(locale);
  });
});

import { describe, expect, it } from 'vitest';

import { createReader, readerIn } from '../../../../bot/words/reader.ts';
import { localeIn, wordsOf } from '../../../../bot/words/words-of.ts';
import type { Person } from '../../../../workflows/domain/people/person.ts';
import { guestId } from '../../../../workflows/domain/people/person.ts';
import { ana, attendee, bo, viewOf } from '../../../support/meeting-views.ts';

describe('a reader', () => {
  it.each([
    { locale: 'en-US', language: 'en', dates: 'en-US', hourCycle: 'h12' },
    { locale: 'en-GB', language: 'en', dates: 'en-GB', hourCycle: 'h23' },
    { locale: 'de-AT', language: 'de', dates: 'de-AT', hourCycle: 'h23' },
    { locale: 'fr-FR', language: 'en', dates: 'en-GB', hourCycle: 'h23' },
    { locale: undefined, language: 'en', dates: 'en-GB', hourCycle: 'h23' },
    { locale: 'no locale at all', language: 'en', dates: 'en-GB', hourCycle: 'h23' },
    { locale: 'de-DE-u-hc-h12', language: 'en', dates: 'en-GB', hourCycle: 'h23' },
  ])('of $locale reads $language, dates as $dates and a clock of $hourCycle', (expected) => {
    const { words, locale, hourCycle } = createReader({ timeZone: 'UTC', locale: expected.locale });
    expect({ language: words.language, dates: locale, hourCycle }).toEqual({
      language: expected.language,
      dates: expected.dates,
      hourCycle: expected.hourCycle,
    });
  });
});

describe('one of a meeting’s people as a reader', () => {
  const germanOrganizer: Person = { ...ana, locale: 'de-DE', hourCycle: 'h23' };
  const guest: Person = {
    id: guestId('gia@elsewhere.example'),
    displayName: 'Gia',
    mail: 'gia@elsewhere.example',
  };
  const view = viewOf({
    organizer: germanOrganizer,
    attendees: [attendee({ ...bo, locale: 'en-US', hourCycle: 'h12' }), attendee(guest)],
  });

  it('reads by what Teams told, else by the mailbox', () => {
    expect(readerIn(view, bo.id, 'de-DE')).toMatchObject({ locale: 'de-DE', hourCycle: 'h12' });
    expect(readerIn(view, bo.id)).toMatchObject({ locale: 'en-US', hourCycle: 'h12' });
  });

  it('reads as the organizer does where nobody has told anything', () => {
    expect(readerIn(view, guest.id)).toMatchObject({
      locale: 'de-DE',
      hourCycle: 'h23',
      timeZone: 'Europe/Berlin',
    });
  });
});

describe('the locale of an answer', () => {
  it.each([
    { sentence: 'de', own: 'de-AT', answer: 'de-AT' },
    { sentence: 'de', own: 'en-US', answer: 'de-DE' },
    { sentence: 'en', own: 'de-DE', answer: 'en-GB' },
    { sentence: 'fr', own: 'en-US', answer: 'en-US' },
    { sentence: 'fr', own: 'de-DE', answer: 'en-GB' },
    { sentence: undefined, own: 'de-DE', answer: 'de-DE' },
    { sentence: undefined, own: undefined, answer: undefined },
  ])('to a sentence in $sentence for somebody who reads $own is $answer', ({ sentence, own, answer }) => {
    expect(localeIn(sentence, own)).toBe(answer);
  });

  it('gives English words for a language that is not there', () => {
    expect(wordsOf('es-ES').language).toBe('en');
  });
});

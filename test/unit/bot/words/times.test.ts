import { describe, expect, it } from 'vitest';

import { createReader } from '../../../../bot/words/reader.ts';
import type { Reader } from '../../../../bot/words/reader.ts';
import {
  durationText,
  longMomentText,
  longSlotText,
  momentText,
  placeText,
  slotText,
  zoneText,
} from '../../../../bot/words/times.ts';

const berlin = 'Europe/Berlin';
const british = createReader({ timeZone: berlin, locale: 'en-GB' });
const american = createReader({ timeZone: berlin, locale: 'en-US' });
const german = createReader({ timeZone: berlin, locale: 'de-DE' });
const readers = { british, american, german };

/** No-break spaces hold what belongs together; they are spaces here. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function slot(start: string, end: string) {
  return { start: `2026-11-${start}:00.000Z`, end: `2026-11-${end}:00.000Z` };
}

const afternoon = slot('24T13:00', '24T13:45');
const overNoon = slot('24T10:30', '24T11:15');
const toMidnight = slot('24T22:00', '24T23:00');
const fromMidnight = slot('24T23:00', '24T23:30');
const overnight = slot('26T22:30', '27T00:00');

describe('a slot in words', () => {
  it.each([
    { what: 'an afternoon', of: afternoon, who: 'british', text: 'Tue 24 Nov, 14:00–14:45' },
    { what: 'an afternoon', of: afternoon, who: 'american', text: 'Tue, Nov 24, 2:00–2:45 PM' },
    { what: 'an afternoon', of: afternoon, who: 'german', text: 'Di., 24. Nov., 14:00–14:45 Uhr' },
    { what: 'a slot over noon', of: overNoon, who: 'american', text: 'Tue, Nov 24, 11:30 AM–12:15 PM' },
    {
      what: 'a slot that ends at midnight',
      of: toMidnight,
      who: 'british',
      text: 'Tue 24 Nov, 23:00 – Wed 25 Nov, 00:00',
    },
    {
      what: 'a slot that ends at midnight',
      of: toMidnight,
      who: 'american',
      text: 'Tue, Nov 24, 11:00 PM – Wed, Nov 25, 12:00 AM',
    },
    { what: 'a slot from midnight', of: fromMidnight, who: 'british', text: 'Wed 25 Nov, 00:00–00:30' },
    {
      what: 'a slot from midnight',
      of: fromMidnight,
      who: 'american',
      text: 'Wed, Nov 25, 12:00–12:30 AM',
    },
    {
      what: 'a slot that ends on another day',
      of: overnight,
      who: 'german',
      text: 'Do., 26. Nov., 23:30 – Fr., 27. Nov., 01:00 Uhr',
    },
  ] as const)('$what is "$text" for a $who reader', ({ of, who, text }) => {
    expect(plain(slotText(of, readers[who]))).toBe(text);
  });

  it('follows the clock that a person has chosen, in any language', () => {
    const chosen = (locale: string, hourCycle: Reader['hourCycle']) =>
      plain(slotText(afternoon, createReader({ timeZone: berlin, locale, hourCycle })));
    expect(chosen('en-US', 'h23')).toBe('Tue, Nov 24, 14:00–14:45');
    expect(chosen('en-GB', 'h12')).toBe('Tue 24 Nov, 2:00–2:45 pm');
    expect(chosen('de-DE', 'h12')).toBe('Di., 24. Nov., 2:00–2:45 PM');
  });

  it('is in the zone of its reader', () => {
    const kolkata = createReader({ timeZone: 'Asia/Kolkata', locale: 'en-GB' });
    expect(slotText(afternoon, kolkata)).toBe('Tue 24 Nov, 18:30–19:15');
    const auckland = createReader({ timeZone: 'Pacific/Auckland', locale: 'en-GB' });
    expect(slotText(afternoon, auckland)).toBe('Wed 25 Nov, 02:00–02:45');
  });

  it('has the whole date where there is room', () => {
    expect(longSlotText(afternoon, british)).toBe('Tuesday, 24 November 2026, 14:00–14:45');
    expect(plain(longSlotText(afternoon, german))).toBe('Dienstag, 24. November 2026, 14:00–14:45 Uhr');
    expect(longMomentText(afternoon.start, american)).toBe('Tuesday, November 24, 2026, 2:00 PM');
  });
});

describe('a moment in words', () => {
  it.each([
    { who: 'british', text: 'Wed 25 Nov, 00:00' },
    { who: 'american', text: 'Wed, Nov 25, 12:00 AM' },
    { who: 'german', text: 'Mi., 25. Nov., 00:00 Uhr' },
  ] as const)('is "$text" at midnight for a $who reader', ({ who, text }) => {
    expect(plain(momentText(toMidnight.end, readers[who]))).toBe(text);
  });
});

describe('a zone in words', () => {
  it.each([
    { zone: 'Europe/Berlin', english: 'Berlin time', inGerman: 'Berliner Zeit' },
    { zone: 'America/New_York', english: 'New York time', inGerman: 'New Yorker Zeit' },
    { zone: 'Asia/Tokyo', english: 'Tokyo time', inGerman: 'Ortszeit Tokio' },
    {
      zone: 'America/Argentina/Buenos_Aires',
      english: 'Buenos Aires time',
      inGerman: 'Ortszeit Buenos Aires',
    },
    { zone: 'UTC', english: 'UTC', inGerman: 'UTC' },
    { zone: 'Etc/UTC', english: 'UTC', inGerman: 'UTC' },
    { zone: 'Etc/GMT-5', english: 'UTC+5', inGerman: 'UTC+5' },
    { zone: 'Etc/GMT+3', english: 'UTC−3', inGerman: 'UTC−3' },
  ])('$zone is "$english" and "$inGerman"', ({ zone, english, inGerman }) => {
    expect(zoneText(zone, british)).toBe(english);
    expect(zoneText(zone, german)).toBe(inGerman);
  });

  it.each(Intl.supportedValuesOf('timeZone'))('%s is never shown as it is stored', (zone) => {
    for (const reader of [british, german]) {
      expect(zoneText(zone, reader)).not.toMatch(/[/_]/);
      expect(placeText(zone, reader)).not.toMatch(/[/_]/);
    }
  });

  it('is a name that people know where the tz database has only an abbreviation', () => {
    expect(zoneText('EST5EDT', british)).toBe('Eastern Time');
  });
});

describe('a duration in words', () => {
  it.each([
    { minutes: 1, english: '1 minute', inGerman: '1 Minute' },
    { minutes: 45, english: '45 minutes', inGerman: '45 Minuten' },
    { minutes: 60, english: '1 hour', inGerman: '1 Stunde' },
    { minutes: 120, english: '2 hours', inGerman: '2 Stunden' },
    { minutes: 90, english: '1 h 30 min', inGerman: '1 Std. 30 Min.' },
  ])('of $minutes minutes is "$english" and "$inGerman"', ({ minutes, english, inGerman }) => {
    expect(durationText(minutes, british)).toBe(english);
    expect(durationText(minutes, german)).toBe(inGerman);
  });
});

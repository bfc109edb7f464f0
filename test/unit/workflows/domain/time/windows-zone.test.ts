import { describe, expect, it } from 'vitest';
import { ianaTimeZone } from '../../../../../workflows/domain/time/windows-zone.ts';

describe('ianaTimeZone', () => {
  const names = [
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['Nepal Standard Time', 'Asia/Kathmandu'],
    ['Lord Howe Standard Time', 'Australia/Lord_Howe'],
    ['Chatham Islands Standard Time', 'Pacific/Chatham'],
    ['UTC', 'UTC'],
    ['Europe/Paris', 'Europe/Paris'],
  ] as const;
  for (const [name, expected] of names) {
    it(`reads ${name} as ${expected}`, () => {
      const zone = ianaTimeZone(name);
      const offset = (timeZone: string) =>
        new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(Date.UTC(2026, 6, 1));
      expect(offset(zone)).toBe(offset(expected));
    });
  }

  for (const name of ['Mars Standard Time', '', 'Customized Time Zone']) {
    it(`refuses "${name}", and names the field`, () => {
      expect(() => ianaTimeZone(name, 'workingHours.timeZone')).toThrow(
        expect.objectContaining({ reason: 'unknownTimeZone', path: 'workingHours.timeZone' }),
      );
    });
  }
});

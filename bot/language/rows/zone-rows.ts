import { row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { OpenZone } from '../meaning/sense.ts';

/** Zones by the names that people use for them; daylight saving is the zone's own matter. */
const zones: Readonly<Record<string, string>> = {
  'utc|gmt|zulu': 'UTC',
  'cet|cest': 'Europe/Berlin',
  'eet|eest': 'Europe/Helsinki',
  'et|est|edt|eastern': 'America/New_York',
  'cdt|central': 'America/Chicago',
  'mst|mdt': 'America/Denver',
  'pt|pst|pdt|pacific': 'America/Los_Angeles',
  jst: 'Asia/Tokyo',
  sgt: 'Asia/Singapore',
  'aest|aedt': 'Australia/Sydney',
};

/** Abbreviations that people of several countries use for their own clocks (IANA, tzdb: comments of its files). */
const openZones: readonly OpenZone[] = [
  {
    name: 'CST',
    zones: [
      { label: 'Chicago', timeZone: 'America/Chicago' },
      { label: 'Shanghai', timeZone: 'Asia/Shanghai' },
    ],
  },
  {
    name: 'IST',
    zones: [
      { label: 'Kolkata', timeZone: 'Asia/Kolkata' },
      { label: 'Jerusalem', timeZone: 'Asia/Jerusalem' },
      { label: 'Dublin', timeZone: 'Europe/Dublin' },
    ],
  },
  {
    name: 'BST',
    zones: [
      { label: 'London', timeZone: 'Europe/London' },
      { label: 'Dhaka', timeZone: 'Asia/Dhaka' },
    ],
  },
  {
    name: 'AST',
    zones: [
      { label: 'Halifax', timeZone: 'America/Halifax' },
      { label: 'Riyadh', timeZone: 'Asia/Riyadh' },
    ],
  },
];

const cities: Readonly<Record<string, string>> = {
  'new york': 'America/New_York',
  'los angeles': 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  'hong kong': 'Asia/Hong_Kong',
  'sao|são paulo': 'America/Sao_Paulo',
  'boston|nyc|ny': 'America/New_York',
  london: 'Europe/London',
  dublin: 'Europe/Dublin',
  lisbon: 'Europe/Lisbon',
  'berlin|munich|frankfurt': 'Europe/Berlin',
  paris: 'Europe/Paris',
  madrid: 'Europe/Madrid',
  zurich: 'Europe/Zurich',
  amsterdam: 'Europe/Amsterdam',
  helsinki: 'Europe/Helsinki',
  istanbul: 'Europe/Istanbul',
  dubai: 'Asia/Dubai',
  'delhi|mumbai|bangalore|india|indian': 'Asia/Kolkata',
  'beijing|shanghai|china': 'Asia/Shanghai',
  singapore: 'Asia/Singapore',
  tokyo: 'Asia/Tokyo',
  sydney: 'Australia/Sydney',
  chicago: 'America/Chicago',
  denver: 'America/Denver',
  'seattle|pacific': 'America/Los_Angeles',
  toronto: 'America/Toronto',
};

/** In whose clocks a time is meant. */
export const zoneRows: readonly RequestRule[] = [
  row('their|his|her time', () => ({ kind: 'zone', theirs: true })),
  row('in their|his|her time? zone', () => ({ kind: 'zone', theirs: true })),
  row('my|our|local time', () => ({ kind: 'zone' })),
  row("<person> ' s time", (_, p) => zoneOf(p.person.candidates.map(({ timeZone }) => timeZone))),
  ...Object.entries(zones).map(([words, timeZone]) =>
    row(`${words} time?`, () => ({ kind: 'zone' as const, timeZone })),
  ),
  ...openZones.map((open) =>
    row(`${open.name.toLowerCase()} time?`, () => ({ kind: 'zone' as const, open })),
  ),
  ...Object.entries(cities).flatMap(([words, timeZone]) => [
    row(`${words} time`, () => ({ kind: 'zone', timeZone }) as const),
    row(`in ${words}`, () => ({ kind: 'zone', timeZone, place: true }) as const),
  ]),
];

function zoneOf(candidates: readonly (string | undefined)[]): { kind: 'zone'; timeZone: string } | undefined {
  const [timeZone] = candidates;
  return timeZone === undefined ? undefined : { kind: 'zone', timeZone };
}

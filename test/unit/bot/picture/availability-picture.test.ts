import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';

import type { PictureInput } from '../../../../bot/picture/availability-picture.ts';
import { availabilityPicture } from '../../../../bot/picture/availability-picture.ts';
import { createReader } from '../../../../bot/words/reader.ts';
import type { BusyInterval, FreeBusyStatus } from '../../../../workflows/domain/availability/availability.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';

type Row = PictureInput['rows'][number];

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb`, as another decoder of PNG sees it. */
  at(x: number, y: number): string;
}

const day = '2026-11-24';
/** 12 hours in 470 pixels from the 170th on. */
const panel = { start: `${day}T06:00:00.000Z`, end: `${day}T18:00:00.000Z` };
const reader = createReader({ timeZone: 'UTC', locale: 'en-GB' });
const barRow = 42 + 12;
const indigo = '#3b3b70';

function decoded(address: string): Pixels {
  const png = Buffer.from(address.replace('data:image/png;base64,', ''), 'base64');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${address}" width="${width}" height="${height}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  return {
    width,
    height,
    at: (x, y) => `#${pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString('hex')}`,
  };
}

function busy(from: string, to: string, status: FreeBusyStatus = 'busy'): BusyInterval {
  return { start: `${day}T${from}:00.000Z`, end: `${day}T${to}:00.000Z`, status };
}

function row(times: readonly BusyInterval[] | undefined, name = 'Ana Lima'): Row {
  const availability = times === undefined ? undefined : { personId: personId(name), busy: times };
  return { name, timeZone: 'UTC', availability };
}

function picture(rows: readonly Row[], more: Partial<PictureInput> = {}): Pixels {
  return decoded(availabilityPicture({ panels: [panel], rows, slots: [], reader, ...more }));
}

function columns(pixels: Pixels, y: number, color: string): readonly number[] {
  return Array.from({ length: pixels.width }, (_, x) => x).filter((x) => pixels.at(x, y) === color);
}

/** A stretch of the picture, as text. */
function area(pixels: Pixels, left: number, top: number, width: number, height: number): string {
  const lines = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_one, x) => pixels.at(left + x, top + y)).join(' '),
  );
  return lines.join('\n');
}

describe('the picture of everybody’s availability', () => {
  it('is 640 pixels wide, with a row for each person on each day and the legend below', () => {
    const { width, height } = picture([row([]), row([])], { panels: [panel, panel] });
    expect([width, height]).toEqual([640, 2 * (42 + 2 * 24 + 8) + 28]);
  });

  it('shows a busy time from its start to its end', () => {
    const pixels = picture([row([busy('09:00', '10:30')])]);
    const found = columns(pixels, barRow, indigo);
    const hour = 470 / 12;
    // The edge of the bar is a shade of its own.
    expect(found.at(0)).toBe(Math.round(170 + 3 * hour) + 1);
    expect(found.at(-1)).toBe(Math.round(170 + 4.5 * hour) - 2);
  });

  it.each([
    ['before the hours that are shown', busy('04:00', '05:59')],
    ['after them', busy('18:00', '19:00')],
    ['that are free', busy('09:00', '10:00', 'free')],
  ])('shows nothing of times %s', (_what, time) => {
    const [one, other] = [picture([row([time])]), picture([row([])])];
    expect(area(one, 0, 42, 640, 24)).toBe(area(other, 0, 42, 640, 24));
  });

  it('cuts a time off where the hours end, and leaves the names alone', () => {
    const found = columns(picture([row([busy('01:00', '23:00')])]), barRow, indigo);
    expect([found.at(0), found.at(-1)]).toEqual([171, 638]);
  });

  const statuses = ['busy', 'tentative', 'oof', 'workingElsewhere', 'unknown'] as const;

  it('gives each status a look of its own that needs no colour', () => {
    const looks = statuses.map((status) =>
      area(picture([row([busy('09:00', '11:00', status)])]), 300, 48, 24, 12),
    );
    const shapes = looks.map((look) => {
      const colors = [...new Set(look.split(/\s/))].sort();
      return look.replaceAll(/#\w+/g, (color) => String(colors.indexOf(color)));
    });
    expect(new Set(shapes).size).toBe(statuses.length);
  });

  it.each([
    ['was not read', row(undefined)],
    [
      'could not be read',
      { ...row([]), availability: { personId: personId('a'), busy: [], error: 'notFound' } },
    ],
  ] as const)('shows a calendar that %s as unknown all day', (_what, unread) => {
    const known = picture([row([{ ...panel, status: 'unknown' }])]);
    expect(area(picture([unread]), 0, 42, 640, 24)).toBe(area(known, 0, 42, 640, 24));
  });

  it('shades what lies outside working hours, in the zone of their person', () => {
    const workingHours = {
      timeZone: 'Europe/Helsinki',
      days: [{ dayOfWeek: 'tuesday' as const, intervals: [{ startTime: '10:00', endTime: '16:00' }] }],
      exceptions: [],
    };
    const availability = { personId: personId('Ana Lima'), busy: [], workingHours };
    const rows = [{ ...row([]), availability }, row([])];
    const hour = 470 / 12;
    const off = columns(picture(rows), barRow, '#e6e6e6');
    // 8:00 to 14:00 UTC are left out; a line every two hours lies over the shade.
    const isWork = (x: number): boolean => x >= Math.round(170 + 2 * hour) && x < Math.round(170 + 8 * hour);
    expect(off.filter(isWork)).toEqual([]);
    expect([off.at(0), off.at(-1)]).toEqual([171, 639]);
    expect(off.length).toBeGreaterThan(6 * hour - 8);
    expect(columns(picture(rows), barRow + 24, '#e6e6e6')).toEqual([]);
  });

  it('shows the hours of people in another zone, and of nobody else', () => {
    const [same, other] = ['UTC', 'Asia/Tokyo'].map((timeZone) => picture([{ ...row([]), timeZone }]));
    const below = (pixels: Pixels | undefined): number =>
      pixels === undefined ? 0 : columns(pixels, 42 + 18, '#ffffff').filter((x) => x > 60 && x < 166).length;
    expect(below(same)).toBe(105);
    expect(below(other)).toBeLessThan(105);
  });

  it('frames a candidate on its day and numbers it, and the times behind stay visible', () => {
    const slots = [
      { start: `${day}T09:00:00.000Z`, end: `${day}T10:00:00.000Z` },
      { start: '2026-11-25T09:00:00.000Z', end: '2026-11-25T10:00:00.000Z' },
    ];
    const pixels = picture([row([busy('09:00', '12:00')]), row([])], { slots });
    const [left, right] = [Math.round(170 + 3 * (470 / 12)), Math.round(170 + 4 * (470 / 12))];
    expect(columns(pixels, barRow + 24, '#0b6a0b')).toEqual([left - 1, left, right - 1, right]);
    const inside = left + 6;
    expect(pixels.at(inside, barRow + 24)).not.toBe('#ffffff');
    expect(pixels.at(inside, barRow)).not.toBe(indigo);
    expect(pixels.at(inside, barRow)).not.toBe(pixels.at(inside, barRow + 24));
    expect(area(pixels, left, 4, right - left, 18)).toContain('#0b6a0b');
  });

  it.each(['Ana Lima', 'Đặng Thị Xuân', 'محمد علي', 'AVA To-Ty', 'a&b <c>'])(
    'writes “%s” as the font does',
    (name) => {
      const text = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="14"><rect width="160" height="14" fill="#fff"/><text x="4" y="10" font-family="DejaVu Sans" font-size="11" font-weight="bold" fill="#242424">${text}</text></svg>`;
      const folder = 'node_modules/dejavu-fonts-ttf/ttf';
      const { pixels: wanted } = new Resvg(svg, {
        font: { loadSystemFonts: false, fontFiles: [`${folder}/DejaVuSans-Bold.ttf`] },
      }).render();
      const pixels = picture([{ ...row([], name), timeZone: 'Asia/Tokyo' }]);
      let furthest = 0;
      for (let y = 0; y < 12; y += 1)
        for (let x = 0; x < 160; x += 1) {
          const shown = Number.parseInt(pixels.at(x, 43 + y).slice(1, 3), 16);
          furthest = Math.max(furthest, Math.abs(shown - (wanted[(y * 160 + x) * 4] ?? 0)));
        }
      // 15 shades between the paper and the ink.
      expect(furthest).toBeLessThanOrEqual(8);
    },
  );

  it('shortens a long name, so that it never reaches the times', () => {
    const pixels = picture([row([], 'W'.repeat(22)), row([], '👩‍👩‍👧 '.repeat(30))]);
    expect(area(pixels, 166, 44, 4, 44)).toMatch(/^(#ffffff|#e0e0e0|\s)+$/);
    const [one, other] = [picture([row([], 'i'.repeat(22))]), picture([row([], 'i'.repeat(23))])];
    expect(area(one, 0, 42, 170, 24)).not.toBe(area(other, 0, 42, 170, 24));
  });

  it('takes any text for a name', () => {
    const [one, other] = [picture([row([], 'Bo\uFFFF\u0000\uD800')]), picture([row([], 'Bo')])];
    expect(area(one, 0, 42, 170, 12)).toBe(area(other, 0, 42, 170, 12));
  });

  it('leaves out hours that have no room, on a day of 26 hours', () => {
    const long = { start: '2026-11-24T00:00:00.000Z', end: '2026-11-25T02:00:00.000Z' };
    const pixels = picture([row([])], {
      panels: [long],
      reader: createReader({ timeZone: 'UTC', locale: 'en-US' }),
    });
    const inked = Array.from({ length: 470 }, (_, at) => at + 170).filter((x) =>
      Array.from({ length: 7 }, (_, y) => 27 + y).some((y) => pixels.at(x, y) !== '#ffffff'),
    );
    const starts = inked.filter((x, at) => x - (inked[at - 1] ?? 0) > 5);
    const widths = starts.map((start, at) => {
      const next = starts[at + 1] ?? Number.POSITIVE_INFINITY;
      return (inked.findLast((x) => x < next) ?? start) - start;
    });
    expect(starts.length).toBeGreaterThan(4);
    expect(Math.max(...widths)).toBeLessThan(50);
  });

  it('is the same for the same input, no matter how many texts came in between', () => {
    const before = availabilityPicture({ panels: [panel], rows: [row([])], slots: [], reader });
    for (let start = 0; start < 2100; start += 300) {
      const rows = Array.from({ length: 300 }, (_, at) => row([], `P${start + at}`));
      availabilityPicture({ panels: [panel], rows, slots: [], reader });
    }
    expect(availabilityPicture({ panels: [panel], rows: [row([])], slots: [], reader })).toBe(before);
  });

  it('leaves most of a message to its card with ten full calendars on three days', () => {
    const times = Array.from({ length: 24 }, (_, half) => {
      const hour = String(6 + Math.floor(half / 2)).padStart(2, '0');
      const [from, to] = half % 2 === 0 ? ['00', '25'] : ['30', '55'];
      return busy(`${hour}:${from}`, `${hour}:${to}`, statuses[half % statuses.length]);
    });
    const rows = Array.from({ length: 10 }, (_, at) => row(times, `Person Number ${at} of Ten`));
    const address = availabilityPicture({ panels: [panel, panel, panel], rows, slots: [], reader });
    expect(address.length).toBeLessThan(50_000);
  });
});

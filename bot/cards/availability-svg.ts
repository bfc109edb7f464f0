import type { Availability, FreeBusyStatus } from '../../workflows/domain/availability/availability.ts';
import type { Slot, TimeZone } from '../../workflows/domain/time/slot.ts';
import type { Panel } from './picture-days.ts';
import { dayOf, timeOf } from './zoned-time.ts';
import type { ZonedReader } from './zoned-time.ts';

/** One row of the picture. */
interface PictureRow {
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly availability: Availability | undefined;
}

export interface PictureInput {
  readonly panels: readonly Panel[];
  readonly rows: readonly PictureRow[];
  readonly slots: readonly Slot[];
  readonly reader: ZonedReader;
}

const width = 640;
const labelWidth = 170;
const rowHeight = 24;
const headHeight = 42;
const legendHeight = 28;
const hourMs = 3_600_000;

/** Every status has a pattern of its own, so that colour is never needed. */
const patterns = `<defs>
<pattern id="tentative" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2.5" height="6" fill="#5b5fc7"/></pattern>
<pattern id="oof" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><path d="M0 0L6 6M6 0L0 6" stroke="#8a3707" stroke-width="1.2"/></pattern>
<pattern id="unknown" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#f0f0f0"/><circle cx="3" cy="3" r="1.2" fill="#616161"/></pattern>
<pattern id="elsewhere" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><rect width="6" height="1.5" fill="#616161"/></pattern>
</defs>`;

const fills: Readonly<Record<Exclude<FreeBusyStatus, 'free'>, string>> = {
  busy: '#3b3b70',
  tentative: 'url(#tentative)',
  oof: 'url(#oof)',
  unknown: 'url(#unknown)',
  workingElsewhere: 'url(#elsewhere)',
};

function escape(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function text(x: number, y: number, content: string, more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y}" ${more}>${escape(content)}</text>`;
}

function clipped(name: string, length: number): string {
  return name.length > length ? `${name.slice(0, length - 1)}…` : name;
}

/** Where an instant lies in a panel, in pixels from the left. */
function positionIn(panel: Panel): (instantMs: number) => number {
  const start = Date.parse(panel.start);
  const scale = (width - labelWidth) / (Date.parse(panel.end) - start);
  return (instantMs) => labelWidth + Math.min(Math.max(instantMs - start, 0) * scale, width - labelWidth);
}

function bars(row: PictureRow, panel: Panel, top: number): string {
  const at = positionIn(panel);
  const availability = row.availability;
  const busy =
    availability === undefined || availability.error !== undefined
      ? [{ start: panel.start, end: panel.end, status: 'unknown' as const }]
      : availability.busy;
  return busy
    .map(({ start, end, status }) => {
      const left = at(Date.parse(start));
      const right = at(Date.parse(end));
      if (status === 'free' || right - left < 0.5) return '';
      const bar = `x="${left.toFixed(1)}" y="${top + 3}" width="${(right - left).toFixed(1)}" height="${rowHeight - 6}"`;
      return `<rect ${bar} fill="${fills[status]}" stroke="#3b3b70" stroke-width="0.6"/>`;
    })
    .join('');
}

function rowOf(row: PictureRow, panel: Panel, top: number, locale: string): string {
  const own = { timeZone: row.timeZone, locale };
  const hours = `${timeOf(panel.start, own)}–${timeOf(panel.end, own)}`;
  return [
    `<line x1="0" x2="${width}" y1="${top}" y2="${top}" stroke="#e0e0e0"/>`,
    text(4, top + 11, clipped(row.name, 22), 'font-size="11" font-weight="bold"'),
    text(4, top + 21, hours, 'font-size="9" fill="#616161"'),
    bars(row, panel, top),
  ].join('');
}

function hourMarks(panel: Panel, top: number, height: number, reader: ZonedReader): string {
  const at = positionIn(panel);
  const marks: string[] = [];
  for (let time = Date.parse(panel.start); time < Date.parse(panel.end); time += 2 * hourMs) {
    const x = at(time);
    marks.push(
      `<line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${top + 34}" y2="${top + height}" stroke="#e0e0e0"/>`,
      text(x + 2, top + 36, timeOf(new Date(time).toISOString(), reader), 'font-size="9" fill="#616161"'),
    );
  }
  return marks.join('');
}

/** The candidates that lie in the panel, as numbered frames over all rows. */
function slotFrames(input: PictureInput, panel: Panel, top: number, height: number): string {
  const at = positionIn(panel);
  return input.slots
    .map((slot, index) => {
      if (slot.start < panel.start || slot.start >= panel.end) return '';
      const left = at(Date.parse(slot.start));
      const right = at(Date.parse(slot.end));
      const middle = (left + right) / 2;
      const frame = `x="${left.toFixed(1)}" y="${top + headHeight - 2}" width="${(right - left).toFixed(1)}" height="${height - headHeight + 1}"`;
      return [
        `<rect ${frame} fill="#0b6a0b" fill-opacity="0.12" stroke="#0b6a0b" stroke-width="2"/>`,
        `<circle cx="${middle.toFixed(1)}" cy="${top + 16}" r="9" fill="#0b6a0b"/>`,
        text(
          middle,
          top + 20,
          String(index + 1),
          'font-size="12" font-weight="bold" fill="#fff" text-anchor="middle"',
        ),
      ].join('');
    })
    .join('');
}

function panelOf(input: PictureInput, panel: Panel, top: number, height: number): string {
  const { rows, reader } = input;
  return [
    `<rect x="0" y="${top}" width="${width}" height="24" fill="#f5f5f5"/>`,
    text(4, top + 16, dayOf(panel.start, reader), 'font-size="13" font-weight="bold"'),
    hourMarks(panel, top, height, reader),
    ...rows.map((row, index) => rowOf(row, panel, top + headHeight + index * rowHeight, reader.locale)),
    slotFrames(input, panel, top, height),
  ].join('');
}

function legend(top: number): string {
  const entries: readonly (readonly [string, string])[] = [
    ['busy', fills.busy],
    ['tentative', fills.tentative],
    ['out of office', fills.oof],
    ['elsewhere', fills.workingElsewhere],
    ['unknown', fills.unknown],
  ];
  return entries
    .map(([label, fill], index) => {
      const x = 4 + index * 112;
      return `<rect x="${x}" y="${top + 8}" width="14" height="12" fill="${fill}" stroke="#3b3b70" stroke-width="0.6"/>${text(x + 18, top + 18, label, 'font-size="11"')}`;
    })
    .join('');
}

/** Everybody's availability on the days of the candidates, as SVG 640 wide; rows are people, columns are time. */
export function availabilitySvg(input: PictureInput): string {
  const panelHeight = headHeight + input.rows.length * rowHeight + 8;
  const height = panelHeight * input.panels.length + legendHeight;
  const panels = input.panels.map((panel, index) =>
    panelOf(input, panel, index * panelHeight, panelHeight - 8),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans" fill="#242424">${patterns}<rect width="${width}" height="${height}" fill="#fff"/>${panels.join('')}${legend(height - legendHeight)}</svg>`;
}

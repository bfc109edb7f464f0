import type { Availability } from '../../workflows/domain/availability/availability.ts';
import type { Slot, TimeZone } from '../../workflows/domain/time/slot.ts';
import type { Reader } from '../words/reader.ts';
import { clockText, dayText, hoursText, zoneText } from '../words/times.ts';
import type { Bitmap, Box } from './bitmap.ts';
import { createBitmap, disc, fill, fillPattern, frameOver, outline, write } from './bitmap.ts';
import { offHours } from './off-hours.ts';
import { ink, palette, plain, solid } from './palette.ts';
import type { Panel } from './picture-days.ts';
import { indexedPng } from './png.ts';
import { statusPatterns } from './status-patterns.ts';
import { textMask } from './text-mask.ts';

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
  readonly reader: Reader;
}

const width = 640;
const labelWidth = 170;
const bandHeight = 24;
const headHeight = 42;
const rowHeight = 24;
const gapHeight = 8;
const legendHeight = 28;
const maxNameLength = 22;
const hourMs = 3_600_000;

const dayStyle = { size: 13, isBold: true };
const nameStyle = { size: 11, isBold: true };
const numberStyle = { size: 12, isBold: true };
const hourStyle = { size: 9 };
const legendStyle = { size: 11 };

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function clipped(name: string): string {
  if (name.length <= maxNameLength) return name;
  const parts = Array.from(letters.segment(name), ({ segment }) => segment);
  return parts.length > maxNameLength ? `${parts.slice(0, maxNameLength - 1).join('')}…` : name;
}

/** Where an instant lies in a panel, in whole pixels from the left; what is outside lies on its edge. */
function positionIn(panel: Panel): (instantMs: number) => number {
  const start = Date.parse(panel.start);
  const end = Date.parse(panel.end);
  const scale = (width - labelWidth) / (end - start);
  return (instantMs) => labelWidth + Math.round((Math.min(Math.max(instantMs, start), end) - start) * scale);
}

function paintBars(bitmap: Bitmap, row: PictureRow, panel: Panel, top: number): void {
  const at = positionIn(panel);
  const { availability } = row;
  const busy =
    availability === undefined || availability.error !== undefined
      ? [{ start: panel.start, end: panel.end, status: 'unknown' as const }]
      : availability.busy;
  for (const { start, end, status } of busy) {
    const left = at(Date.parse(start));
    const right = at(Date.parse(end));
    if (status === 'free' || right <= left) continue;
    paintSwatch(bitmap, { left, top: top + 3, right, bottom: top + rowHeight - 3 }, status);
  }
}

function paintSwatch(bitmap: Bitmap, box: Box, status: keyof typeof statusPatterns): void {
  fillPattern(bitmap, box, statusPatterns[status]);
  outline(bitmap, box, 1, plain.edge);
}

/** The name, and the hours of the panel where it is another time than for the reader. */
function paintLabel(bitmap: Bitmap, row: PictureRow, panel: Panel, top: number, reader: Reader): void {
  const right = labelWidth - 4;
  const hoursOf = (timeZone: TimeZone): string => {
    return hoursText(panel, { ...reader, timeZone });
  };
  const hours = hoursOf(row.timeZone);
  const isOtherTime = hours !== hoursOf(reader.timeZone);
  const nameAt = { x: 4, y: top + (isOtherTime ? 11 : 16), right };
  write(bitmap, textMask(clipped(row.name), nameStyle), nameAt, ink.onPaper);
  if (!isOtherTime) return;
  const there = textMask(`${hours}, ${zoneText(row.timeZone, reader)}`, hourStyle);
  write(bitmap, there, { x: 4, y: top + 21, right }, ink.quietOnPaper);
}

function paintOffHours(bitmap: Bitmap, { availability }: PictureRow, panel: Panel, top: number): void {
  const at = positionIn(panel);
  for (const { startMs, endMs } of offHours(availability, panel)) {
    const box = { left: at(startMs), top: top + 1, right: at(endMs), bottom: top + rowHeight };
    fill(bitmap, box, plain.offHours);
  }
}

/** A line every two hours, with its time where there is room for it. */
function paintHours(bitmap: Bitmap, panel: Panel, top: number, height: number, reader: Reader): void {
  const at = positionIn(panel);
  let free = labelWidth;
  for (let time = Date.parse(panel.start); time < Date.parse(panel.end); time += 2 * hourMs) {
    const x = at(time);
    const label = textMask(clockText(new Date(time).toISOString(), reader), hourStyle);
    const end = x + 2 + label.left + label.width;
    fill(bitmap, { left: x, top: top + 34, right: x + 1, bottom: top + height }, plain.line);
    if (x < free || end > width) continue;
    write(bitmap, label, { x: x + 2, y: top + 36 }, ink.quietOnPaper);
    free = end + 4;
  }
}

/** The candidates that lie in the panel, as numbered frames over all rows. */
function paintSlots(bitmap: Bitmap, input: PictureInput, panel: Panel, top: number, height: number): void {
  const at = positionIn(panel);
  for (const [index, slot] of input.slots.entries()) {
    if (slot.start < panel.start || slot.start >= panel.end) continue;
    const left = at(Date.parse(slot.start));
    const right = at(Date.parse(slot.end));
    const box = { left: left - 1, top: top + headHeight - 3, right: right + 1, bottom: top + height };
    frameOver(bitmap, box);
    outline(bitmap, box, 2, solid.green);
    const middle = Math.round((left + right) / 2);
    const number = textMask(String(index + 1), numberStyle);
    disc(bitmap, middle, top + 13, 9, ink.greenOnBand);
    write(
      bitmap,
      number,
      { x: middle - number.left - Math.ceil(number.width / 2), y: top + 17 },
      ink.onGreen,
    );
  }
}

function paintPanel(bitmap: Bitmap, input: PictureInput, panel: Panel, top: number, height: number): void {
  const { rows, reader } = input;
  fill(bitmap, { left: 0, top, right: width, bottom: top + bandHeight }, solid.band);
  write(bitmap, textMask(dayText(panel.start, reader), dayStyle), { x: 4, y: top + 16 }, ink.onBand);
  const topOf = (index: number): number => top + headHeight + index * rowHeight;
  for (const [index, row] of rows.entries()) paintOffHours(bitmap, row, panel, topOf(index));
  paintHours(bitmap, panel, top, height, reader);
  for (const [index, row] of rows.entries()) {
    const rowTop = topOf(index);
    fill(bitmap, { left: 0, top: rowTop, right: width, bottom: rowTop + 1 }, plain.line);
    paintLabel(bitmap, row, panel, rowTop, reader);
    paintBars(bitmap, row, panel, rowTop);
  }
  paintSlots(bitmap, input, panel, top, height);
}

const legend = ['busy', 'tentative', 'oof', 'workingElsewhere', 'unknown', 'offHours'] as const;

function paintLegend(bitmap: Bitmap, top: number, { words }: Reader): void {
  for (const [index, status] of legend.entries()) {
    const left = 4 + index * 105;
    const box = { left, top: top + 8, right: left + 14, bottom: top + 20 };
    if (status === 'offHours') fill(bitmap, box, plain.offHours);
    else paintSwatch(bitmap, box, status);
    write(
      bitmap,
      textMask(words.cards.picture[status], legendStyle),
      { x: left + 18, y: top + 18 },
      ink.onPaper,
    );
  }
}

/**
 * Everybody's availability on the days of the candidates as a `data:` address of a PNG, 640 pixels wide; rows are
 * people, columns are time. Painted straight into palette indexes, because it blocks every other turn.
 */
export function availabilityPicture(input: PictureInput): string {
  const panelHeight = headHeight + input.rows.length * rowHeight + gapHeight;
  const legendTop = panelHeight * input.panels.length;
  const bitmap = createBitmap(width, legendTop + legendHeight, plain.paper);
  for (const [index, panel] of input.panels.entries()) {
    paintPanel(bitmap, input, panel, index * panelHeight, panelHeight - gapHeight);
  }
  paintLegend(bitmap, legendTop, input.reader);
  return `data:image/png;base64,${indexedPng(bitmap, palette).toString('base64')}`;
}

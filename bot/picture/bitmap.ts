import type { Ramp } from './palette.ts';
import { framed, fullLevel } from './palette.ts';
import type { TextMask } from './text-mask.ts';

/** A picture of palette indexes, row by row from the top. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly indexes: Uint8Array;
}

/** A stretch of a bitmap: from `left` and `top` up to and without `right` and `bottom`, in whole pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The index for a pixel, by its place in the whole bitmap. */
export type Pattern = (x: number, y: number) => number;

function within({ width, height }: Bitmap, box: Box): Box {
  return {
    left: Math.max(0, box.left),
    top: Math.max(0, box.top),
    right: Math.min(width, box.right),
    bottom: Math.min(height, box.bottom),
  };
}

/** A bitmap of one colour. */
export function createBitmap(width: number, height: number, index: number): Bitmap {
  return { width, height, indexes: new Uint8Array(width * height).fill(index) };
}

export function fill(bitmap: Bitmap, box: Box, index: number): void {
  const { left, top, right, bottom } = within(bitmap, box);
  if (right <= left) return;
  for (let y = top; y < bottom; y += 1) {
    bitmap.indexes.fill(index, y * bitmap.width + left, y * bitmap.width + right);
  }
}

export function fillPattern(bitmap: Bitmap, box: Box, pattern: Pattern): void {
  const { left, top, right, bottom } = within(bitmap, box);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) bitmap.indexes[y * bitmap.width + x] = pattern(x, y);
  }
}

/** The edge of a box, inside it. */
export function outline(bitmap: Bitmap, box: Box, thickness: number, index: number): void {
  const { left, top, right, bottom } = box;
  fill(bitmap, { left, top, right, bottom: top + thickness }, index);
  fill(bitmap, { left, top: bottom - thickness, right, bottom }, index);
  fill(bitmap, { left, top, right: left + thickness, bottom }, index);
  fill(bitmap, { left: right - thickness, top, right, bottom }, index);
}

/** Lets the frame of a candidate lie over what is there. */
export function frameOver(bitmap: Bitmap, box: Box): void {
  fillPattern(bitmap, box, (x, y) => framed(bitmap.indexes[y * bitmap.width + x] ?? 0));
}

/** A disc around a corner of four pixels, with a soft edge. */
export function disc(bitmap: Bitmap, x: number, y: number, radius: number, ramp: Ramp): void {
  for (let row = y - radius; row < y + radius; row += 1) {
    for (let column = x - radius; column < x + radius; column += 1) {
      const inside = radius + 0.5 - Math.hypot(column + 0.5 - x, row + 0.5 - y);
      const level = Math.round(Math.min(1, inside) * fullLevel);
      dot(bitmap, column, row, level, ramp);
    }
  }
}

function dot({ width, height, indexes }: Bitmap, x: number, y: number, level: number, ramp: Ramp): void {
  if (level <= 0 || x < 0 || x >= width || y < 0 || y >= height) return;
  indexes[y * width + x] = ramp.first + level - 1;
}

/** Writes a text with its pen at `x` on the baseline `y`; columns from `right` on stay as they are. */
export function write(
  bitmap: Bitmap,
  mask: TextMask,
  pen: { readonly x: number; readonly y: number; readonly right?: number },
  ramp: Ramp,
): void {
  const left = pen.x + mask.left;
  const top = pen.y + mask.top;
  const columns = Math.min(mask.width, (pen.right ?? bitmap.width) - left);
  for (let row = 0; row < mask.height; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      dot(bitmap, left + column, top + row, mask.levels[row * mask.width + column] ?? 0, ramp);
    }
  }
}

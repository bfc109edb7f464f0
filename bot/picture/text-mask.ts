import { createRequire } from 'node:module';
import { LRUCache } from 'lru-cache';

import { Resvg } from '@resvg/resvg-js';

import { fullLevel } from './palette.ts';

const resolve = createRequire(import.meta.url).resolve;

// The fonts come with the product: a server need not have any.
const font = {
  loadSystemFonts: false,
  fontFiles: [
    resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  ],
  defaultFontFamily: 'DejaVu Sans',
};

export interface TextStyle {
  /** Pixels of an em. */
  readonly size: number;
  readonly isBold?: boolean;
}

/** The ink of a text, whatever its colour. */
export interface TextMask {
  /** Columns from the pen to the first ink; rows from the baseline, negative above it. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How much of each pixel is ink, 0 to `fullLevel`, row by row. */
  readonly levels: Uint8Array;
}

/** At about 2 kB each. */
const maxKept = 2000;
const kept = new LRUCache<string, TextMask>({ max: maxKept });

/**
 * A text as the font shapes it, in any script that the font has. Shaping takes about a millisecond, and the same names,
 * days and hours come again and again: the masks that were used last are kept.
 */
export function textMask(text: string, style: TextStyle): TextMask {
  const key = `${style.size} ${style.isBold === true} ${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const mask = shaped(text, style);
  kept.set(key, mask);
  return mask;
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function shaped(text: string, { size, isBold = false }: TextStyle): TextMask {
  // Room for letters that reach out to the left of the pen, above the ascent or below the descent.
  const margin = size;
  const baseline = margin + size;
  const width = 2 * margin + Math.ceil(1.5 * size * text.length);
  const height = baseline + margin;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text x="${margin}" y="${baseline}" font-family="DejaVu Sans" font-size="${size}" font-weight="${isBold ? 'bold' : 'normal'}">${escaped(text)}</text></svg>`;
  const { pixels } = new Resvg(svg, { font }).render();
  const levelAt = (x: number, y: number): number =>
    Math.round(((pixels[(y * width + x) * 4 + 3] ?? 0) * fullLevel) / 255);
  const ink = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (levelAt(x, y) === 0) continue;
      ink.left = Math.min(ink.left, x);
      ink.top = Math.min(ink.top, y);
      ink.right = Math.max(ink.right, x + 1);
      ink.bottom = Math.max(ink.bottom, y + 1);
    }
  }
  const columns = Math.max(0, ink.right - ink.left);
  const rows = Math.max(0, ink.bottom - ink.top);
  const levels = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      levels[row * columns + column] = levelAt(ink.left + column, ink.top + row);
    }
  }
  return { left: ink.left - margin, top: ink.top - baseline, width: columns, height: rows, levels };
}

import { createRequire } from 'node:module';

import { Resvg } from '@resvg/resvg-js';

import { availabilitySvg } from '../cards/availability-svg.ts';
import type { PictureInput } from '../cards/availability-svg.ts';
import { indexedPng } from './indexed-png.ts';

const resolve = createRequire(import.meta.url).resolve;

// The fonts come with the product: a server need not have any.
const fonts = {
  loadSystemFonts: false,
  fontFiles: [
    resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  ],
  defaultFontFamily: 'DejaVu Sans',
};

/** The picture of everybody's availability as a `data:` address, a PNG 640 pixels wide. */
export function availabilityPng(input: PictureInput): string {
  const png = indexedPng(new Resvg(availabilitySvg(input), { font: fonts }).render());
  return `data:image/png;base64,${png.toString('base64')}`;
}

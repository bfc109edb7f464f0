type Rgb = readonly [red: number, green: number, blue: number];

const white: Rgb = [0xff, 0xff, 0xff];
const band: Rgb = [0xf5, 0xf5, 0xf5];
const line: Rgb = [0xe0, 0xe0, 0xe0];
const haze: Rgb = [0xf0, 0xf0, 0xf0];
const dusk: Rgb = [0xe6, 0xe6, 0xe6];
const dark: Rgb = [0x24, 0x24, 0x24];
const grey: Rgb = [0x61, 0x61, 0x61];
const indigo: Rgb = [0x3b, 0x3b, 0x70];
const violet: Rgb = [0x5b, 0x5f, 0xc7];
const brown: Rgb = [0x8a, 0x37, 0x07];
const green: Rgb = [0x0b, 0x6a, 0x0b];

/** How many shades there are between a paper and an ink; a mask's levels go from 0 to this. */
export const fullLevel = 15;

const colors: Rgb[] = [];

function mixed(paper: Rgb, ink: Rgb, part: number): Rgb {
  const channel = (at: 0 | 1 | 2): number => Math.round(paper[at] + (ink[at] - paper[at]) * part);
  return [channel(0), channel(1), channel(2)];
}

function place(color: Rgb): number {
  return colors.push(color) - 1;
}

/** What may lie behind the frame of a candidate. */
export const plain = {
  paper: place(white),
  line: place(line),
  haze: place(haze),
  offHours: place(dusk),
  busy: place(indigo),
  edge: place(mixed(white, indigo, 0.7)),
  tentative: place(violet),
  tentativeHalf: place(mixed(white, violet, 0.5)),
  away: place(brown),
  awayHalf: place(mixed(white, brown, 0.4)),
  quiet: place(grey),
  quietHalf: place(mixed(white, grey, 0.5)),
} as const;

const plainCount = colors.length;
for (const color of colors.slice()) place(mixed(color, green, 0.12));

/** The same colour where the frame of a candidate lies over it. */
export function framed(index: number): number {
  return index < plainCount ? index + plainCount : index;
}

/** Shades of an ink on a paper: level `l` of 1 to `fullLevel` is at `first + l - 1`. */
export interface Ramp {
  readonly first: number;
}

function ramp(paper: Rgb, ink: Rgb): Ramp {
  const first = colors.length;
  for (let level = 1; level <= fullLevel; level += 1) place(mixed(paper, ink, level / fullLevel));
  return { first };
}

export const solid = { band: place(band), green: place(green) } as const;

export const ink = {
  onPaper: ramp(white, dark),
  quietOnPaper: ramp(white, grey),
  onBand: ramp(band, dark),
  onGreen: ramp(green, white),
  greenOnBand: ramp(band, green),
} as const;

/** Every colour as red, green and blue, in the order of the indexes; at most 256. */
export const palette: Uint8Array = Uint8Array.from(colors.flat());

import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The colour in steps of `bits` bits a channel, packed. */
function step(pixels: Uint8Array, at: number, bits: number): number {
  const drop = 8 - bits;
  const red = (pixels[at] ?? 0) >> drop;
  const green = (pixels[at + 1] ?? 0) >> drop;
  const blue = (pixels[at + 2] ?? 0) >> drop;
  return (red << (2 * bits)) | (green << bits) | blue;
}

/** Back to eight bits, so that black stays black and white stays white. */
function channel(packed: number, shift: number, bits: number): number {
  const top = (1 << bits) - 1;
  return Math.round((((packed >> shift) & top) * 255) / top);
}

interface Indexed {
  readonly bits: number;
  readonly indexes: Uint8Array;
  readonly colors: readonly number[];
}

function indexedWith(pixels: Uint8Array, bits: number): Indexed | undefined {
  const byColor = new Map<number, number>();
  const indexes = new Uint8Array(pixels.length / 4);
  for (let index = 0; index < indexes.length; index += 1) {
    const color = step(pixels, index * 4, bits);
    let place = byColor.get(color);
    if (place === undefined) {
      if (byColor.size === 256) return undefined;
      place = byColor.size;
      byColor.set(color, place);
    }
    indexes[index] = place;
  }
  return { bits, indexes, colors: [...byColor.keys()] };
}

/** With as many shades as 256 colours allow; two bits a channel are 64 colours, which always fit. */
function indexed(pixels: Uint8Array): Indexed {
  return (
    indexedWith(pixels, 4) ??
    indexedWith(pixels, 3) ??
    indexedWith(pixels, 2) ?? { bits: 2, indexes: new Uint8Array(pixels.length / 4), colors: [0] }
  );
}

/**
 * An opaque picture as PNG with a palette (https://www.w3.org/TR/png-3/, colour type 3): a third of the size of true
 * colour, because a message with its cards may have about 100 kB in Teams. Colours are rounded as far as 256 need it.
 */
export function indexedPng(image: {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Uint8Array;
}): Buffer {
  const { width, height, pixels } = image;
  // Two bits a channel are 64 colours: the last try always fits.
  const { bits, indexes, colors } = indexed(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(
    colors.flatMap((color) => [
      channel(color, 2 * bits, bits),
      channel(color, bits, bits),
      channel(color, 0, bits),
    ]),
  );
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

import { z } from 'zod';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pixels = { color: 192, outline: 32 } as const;
const named = z.object({ icons: z.object({ color: z.string(), outline: z.string() }) });

/** Width and height from the header of a PNG; undefined for anything else. */
function pngSize(file: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (file.length < 24 || !file.subarray(0, 8).equals(signature)) return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The icons that the manifest names, by the names in the package. Throws where it names none. */
export function iconNames(manifest: unknown): { readonly color: string; readonly outline: string } {
  return named.parse(manifest).icons;
}

/** What Teams would reject in an icon (learn.microsoft.com, "Icons" of the app package): 192 × 192 and 32 × 32, PNG. */
export function iconProblems(
  kind: keyof typeof pixels,
  name: string,
  file: Buffer | undefined,
): readonly string[] {
  if (file === undefined) return [`The ${kind} icon ${name} is not there.`];
  const size = pngSize(file);
  if (size === undefined) return [`The ${kind} icon ${name} is not a PNG file.`];
  const wanted = pixels[kind];
  return size.width === wanted && size.height === wanted
    ? []
    : [
        `The ${kind} icon ${name} is ${size.width} × ${size.height} pixels; Teams wants ${wanted} × ${wanted}.`,
      ];
}

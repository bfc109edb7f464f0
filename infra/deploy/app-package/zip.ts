import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a zip; names have no folders. */
export interface ZipFile {
  readonly name: string;
  readonly content: Buffer;
}

/** 1 January 1980, so that the same files give the same zip. */
const dosDate = 0x0021;
const deflated = 8;

function numbers(parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    parts.map(([value, bytes]) => {
      const part = Buffer.alloc(bytes);
      part.writeUIntLE(value, 0, bytes);
      return part;
    }),
  );
}

/** A zip archive (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), without encryption or zip64. */
export function zip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const packed = deflateRawSync(content, { level: 9 });
    const written = Buffer.from(name, 'utf8');
    const about = numbers([
      [20, 2],
      [0, 2],
      [deflated, 2],
      [0, 2],
      [dosDate, 2],
      [crc32(content), 4],
      [packed.length, 4],
      [content.length, 4],
      [written.length, 2],
      [0, 2],
    ]);
    const local = Buffer.concat([numbers([[0x04034b50, 4]]), about, written, packed]);
    entries.push(
      Buffer.concat([
        numbers([
          [0x02014b50, 4],
          [20, 2],
        ]),
        about,
        numbers([
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [offset, 4],
        ]),
        written,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = numbers([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [directory.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return Buffer.concat([...locals, directory, end]);
}

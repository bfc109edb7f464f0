import { z } from 'zod';

export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly [word: string]: unknown;
}

/** JSON Schema 2020-12 of an operation's input or output, with everything in place: no `$ref`, no `$defs`. */
export function objectSchema(schema: z.ZodObject, side: 'input' | 'output'): ObjectSchema {
  return { properties: {}, ...z.toJSONSchema(schema, { io: side, reused: 'inline' }), type: 'object' };
}

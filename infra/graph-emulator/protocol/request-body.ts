import { z } from 'zod';
import { badRequest } from '../graph-error.ts';
import type { Json } from './json.ts';

/** An enum of Graph: requests may write its members in any letter case. */
export function graphEnum<const T extends readonly [string, ...string[]]>(members: T): z.ZodType<T[number]> {
  const byLower = new Map(members.map((member) => [member.toLowerCase(), member]));
  return z.preprocess(
    (value) => (typeof value === 'string' ? (byLower.get(value.toLowerCase()) ?? value) : value),
    z.enum(members),
  );
}

/** A boolean; the service also takes `"true"` and `"false"`. */
export const graphBoolean: z.ZodType<boolean> = z.preprocess(
  (value) =>
    typeof value === 'string' && /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value,
  z.boolean(),
);

/** A whole number; the service also takes it as text. */
export const graphInteger: z.ZodType<number> = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? Number(value) : value),
  z.number().int().min(-2_147_483_648).max(2_147_483_647),
);

/** A number; the service also takes it as text. */
export const graphNumber: z.ZodType<number> = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d{1,10}(\.\d{1,10})?$/.test(value) ? Number(value) : value),
  z.number(),
);

export const dateTimeTimeZone = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });

export const timeSlot = z.object({ start: dateTimeTimeZone, end: dateTimeTimeZone });

export const emailAddress = z.object({
  name: z.string().max(500).nullish(),
  address: z.string().max(500).nullish(),
});

export const itemBody = z.object({
  contentType: graphEnum(['text', 'html']).optional(),
  content: z.string().max(4_000_000).nullish(),
});

export const recipient = z.object({ emailAddress: emailAddress });

function withoutNull(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as a JSON object. @throws GraphError 400 for anything else. */
export function objectBody(body: unknown): Json {
  if (!withoutNull(body)) throw badRequest('Empty Payload. JSON content expected.', 'BadRequest');
  return body as Json;
}

/** Letter case in action parameters is ignored (`Schedules`, `schedules`): the keys as our code names them. */
export function actionParameters(body: unknown, names: readonly string[]): Json {
  const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(body === undefined || body === null || body === '' ? {} : objectBody(body)).map(
      ([key, value]) => [byLower.get(key.toLowerCase()) ?? key, value],
    ),
  );
}

/**
 * Parses a body; annotations (`@odata.type`, `teamsApp@odata.bind`) always pass.
 * @throws GraphError 400 RequestBodyRead that names the first property that does not fit or is not known.
 */
export function readBody<T extends z.ZodRawShape>(
  schema: z.ZodObject<T>,
  body: Json,
  typeName: string,
): z.output<z.ZodObject<T>> {
  for (const key of Object.keys(body)) {
    if (!Object.hasOwn(schema.shape, key) && !key.includes('@')) {
      throw badRequest(
        `The property '${key.slice(0, 100)}' does not exist on type '${typeName}'. Make sure to only use property names that are defined by the type.`,
        'RequestBodyRead',
      );
    }
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  throw badRequest(
    `Cannot read the value of property '${path.slice(0, 100)}' of type '${typeName}': ${issue?.message ?? 'it is not valid'}.`,
    'RequestBodyRead',
  );
}

import { z } from 'zod';

/** One environment variable: how it is read, and the row that documents it in docs/configuration.md. */
export interface Variable<Value> {
  readonly name: string;
  /** What it is for, as shown there and in errors: no full stop at the end. */
  readonly purpose: string;
  /** From the text of the environment to the value. */
  readonly schema: z.ZodType<Value, string>;
  readonly need: 'required' | 'optional' | { readonly otherwise: string };
  /** The value never appears in an error or a log. */
  readonly secret: boolean;
}

const text = z.string();

/** Without it the process does not start. */
export function required(name: string, purpose: string): Variable<string>;
export function required<Value>(
  name: string,
  purpose: string,
  schema: z.ZodType<Value, string>,
): Variable<Value>;
export function required(
  name: string,
  purpose: string,
  schema: z.ZodType<unknown, string> = text,
): Variable<unknown> {
  return { name, purpose, schema, need: 'required', secret: false };
}

/** Absent (or empty) reads as `undefined`. */
export function optional(name: string, purpose: string): Variable<string | undefined>;
export function optional<Value>(
  name: string,
  purpose: string,
  schema: z.ZodType<Value, string>,
): Variable<Value | undefined>;
export function optional(
  name: string,
  purpose: string,
  schema: z.ZodType<unknown, string> = text,
): Variable<unknown> {
  return { name, purpose, schema, need: 'optional', secret: false };
}

/** Absent (or empty) reads as `otherwise`, which is written as in the environment. */
export function withDefault(name: string, purpose: string, otherwise: string): Variable<string>;
export function withDefault<Value>(
  name: string,
  purpose: string,
  otherwise: string,
  schema: z.ZodType<Value, string>,
): Variable<Value>;
export function withDefault(
  name: string,
  purpose: string,
  otherwise: string,
  schema: z.ZodType<unknown, string> = text,
): Variable<unknown> {
  return { name, purpose, schema, need: { otherwise }, secret: false };
}

/** Marks a variable whose value must not be shown anywhere. */
export function secret<Value>(variable: Variable<Value>): Variable<Value> {
  return { ...variable, secret: true };
}

/** Reads into an answer's JSON by member names and positions; undefined where there is nothing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (current, name) =>
      typeof current === 'object' && current !== null
        ? (current as Record<string | number, unknown>)[name]
        : undefined,
    value,
  );
}

/** The same for a text. @throws Error where it is none, with what is there instead. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found === 'string') return found;
  throw new Error(
    `${path.join('.')} is no text in ${(JSON.stringify(value) as string | undefined)?.slice(0, 400) ?? 'nothing'}`,
  );
}

/** The members of a collection: `value` of an answer. */
export function listed(body: unknown): unknown[] {
  const value = at(body, 'value');
  if (Array.isArray(value)) return value;
  throw new Error(
    `There is no collection in ${(JSON.stringify(body) as string | undefined)?.slice(0, 400) ?? 'nothing'}`,
  );
}

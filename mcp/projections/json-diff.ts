/** One step of a JSON Patch (RFC 6902). */
export type PatchStep =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

function pointer(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What JSON would write of an object: `undefined` is not there. */
function present(value: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, entry]) => entry !== undefined));
}

function diffArrays(before: readonly unknown[], after: readonly unknown[], path: string): PatchStep[] {
  const shared = Math.min(before.length, after.length);
  const steps = before
    .slice(0, shared)
    .flatMap((entry, index) => jsonDiff(entry, after[index], pointer(path, index)));
  // From the end, so that no removal moves an index that is still to come.
  for (let index = before.length - 1; index >= shared; index -= 1)
    steps.push({ op: 'remove', path: pointer(path, index) });
  for (const value of after.slice(shared)) steps.push({ op: 'add', path: `${path}/-`, value });
  return steps;
}

/** The JSON Patch that turns one JSON value into another; empty when they are equal. */
export function jsonDiff(before: unknown, after: unknown, path = ''): PatchStep[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffArrays(before, after, path);
  if (!isObject(before) || !isObject(after)) return [{ op: 'replace', path, value: after }];
  const steps: PatchStep[] = [];
  const had = present(before);
  const has = present(after);
  for (const key of had.keys()) if (!has.has(key)) steps.push({ op: 'remove', path: pointer(path, key) });
  for (const [key, value] of has) {
    if (had.has(key)) steps.push(...jsonDiff(had.get(key), value, pointer(path, key)));
    else steps.push({ op: 'add', path: pointer(path, key), value });
  }
  return steps;
}

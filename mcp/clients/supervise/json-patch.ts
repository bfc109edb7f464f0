import { z } from 'zod';

/** One step of a JSON Patch (RFC 6902), of the three kinds that the server sends. */
export const patchStep = z.union([
  z.object({ op: z.enum(['add', 'replace']), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: z.string() }),
]);
type PatchStep = z.infer<typeof patchStep>;

type Container = Record<string, unknown> | unknown[];

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function take(container: Container, key: string): unknown {
  return Array.isArray(container) ? container[Number(key)] : container[key];
}

function change(container: Container, key: string, step: PatchStep): void {
  if (Array.isArray(container)) {
    if (step.op === 'remove') container.splice(Number(key), 1);
    else if (step.op === 'replace') container[Number(key)] = step.value;
    else if (key === '-') container.push(step.value);
    else container.splice(Number(key), 0, step.value);
  } else if (step.op === 'remove') {
    Reflect.deleteProperty(container, key);
  } else {
    container[key] = step.value;
  }
}

/** The value with a JSON Patch (RFC 6902) applied; a step that leads nowhere is an error. */
export function applyPatch(before: unknown, steps: readonly PatchStep[]): unknown {
  let value = structuredClone(before);
  for (const step of steps) {
    const keys = step.path
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop();
    if (last === undefined) {
      value = step.op === 'remove' ? undefined : structuredClone(step.value);
      continue;
    }
    let container = value;
    for (const key of keys) container = isContainer(container) ? take(container, key) : undefined;
    if (!isContainer(container)) throw new Error(`the patch does not fit at ${step.path}`);
    change(container, last, structuredClone(step));
  }
  return value;
}

import { z } from 'zod';
import { applyPatch, patchStep } from './json-patch.ts';

const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), version: z.number(), view: z.unknown() }),
  z.object({
    type: z.literal('version'),
    version: z.number(),
    previous: z.number().nullable(),
    diff: z.array(patchStep),
  }),
]);

/** Brings a meeting's view up to date, message by message; gives the new state, or `undefined` at a gap. */
export function createSubscriber(): (
  text: string,
) => { readonly version: number; readonly view: unknown } | undefined {
  let state: { readonly version: number; readonly view: unknown } | undefined;
  return (text) => {
    const received = message.parse(JSON.parse(text));
    if (received.type === 'snapshot') state = { version: received.version, view: received.view };
    else if (received.previous !== null && received.previous !== state?.version) state = undefined;
    else {
      const view = applyPatch(received.previous === null ? null : state?.view, received.diff);
      state = { version: received.version, view };
    }
    return state;
  };
}

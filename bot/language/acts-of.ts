import type { Act, Pending } from './meaning/act.ts';
import type { Heard } from './hear.ts';
// INTERIM
const { score } = (await import('/tmp/frames-scratch/interim-acts.mjs' as string)) as { score: (text: string, language: string, pending: string) => { act: Act; p: number }[] };
export function likelyActs({ text, context }: Heard, pending: Pending): readonly { readonly act: Act; readonly p: number }[] {
  return score(text, context.locale, pending);
}

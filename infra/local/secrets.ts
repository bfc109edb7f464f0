import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { inState } from './layout.ts';

const shape = z.object({
  /** Signs the links to guests. */
  links: z.string().min(32),
  /** The worker's, at the local OpenID provider. */
  worker: z.string().min(32),
  /** The agent's that acts without a person, there too. */
  agent: z.string().min(32),
});

/** Secrets of this clone, made once and kept in the state folder readable by their owner alone. */
export type LocalSecrets = z.infer<typeof shape>;

export function readSecrets(): LocalSecrets {
  const file = inState('secrets.json');
  try {
    const kept = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (kept.success) return kept.data;
  } catch {
    // None yet, or not readable as JSON: created below.
  }
  const secret = () => randomBytes(32).toString('hex');
  const made = { links: secret(), worker: secret(), agent: secret() };
  writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}

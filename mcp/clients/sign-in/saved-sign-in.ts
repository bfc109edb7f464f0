import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { signIn } from './sign-in.ts';

const savedShape = z.object({ accessToken: z.string(), expiresAtMs: z.number() });
const marginMs = 60_000;

/** A token of the person at this terminal: the one of an earlier sign-in while it lasts, else a new one. */
export async function savedSignIn(input: {
  readonly serverUrl: string;
  readonly scopes: readonly string[];
  /** Where tokens are kept, readable for their owner only. */
  readonly folder: string;
  readonly show: (address: URL) => void;
}): Promise<string> {
  const { serverUrl, scopes, folder, show } = input;
  const name = createHash('sha256')
    .update(`${serverUrl}\n${scopes.join(' ')}`)
    .digest('hex')
    .slice(0, 16);
  const file = join(folder, `sign-in-${name}.json`);
  try {
    const found = savedShape.parse(JSON.parse(await readFile(file, 'utf8')));
    if (found.expiresAtMs - marginMs > Date.now()) return found.accessToken;
  } catch {
    // Nobody has signed in yet, or nothing that can be read is left of it.
  }
  const signedIn = await signIn({ serverUrl, scopes, show });
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(signedIn), { mode: 0o600 });
  return signedIn.accessToken;
}

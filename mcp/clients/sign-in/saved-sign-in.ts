import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { acceptsToken } from '../server-address.ts';
import { signIn } from './sign-in.ts';

const savedShape = z.array(
  z.object({ accessToken: z.string(), expiresAtMs: z.number(), scopes: z.array(z.string()) }),
);
type SavedSignIn = z.infer<typeof savedShape>[number];

const marginMs = 60_000;

function showAddress(address: URL): void {
  process.stderr.write(`Sign in here:\n  ${address.href}\n`);
}

/** The sign-ins at one server that have not expired. */
async function readSaved(file: string): Promise<readonly SavedSignIn[]> {
  try {
    const saved = savedShape.parse(JSON.parse(await readFile(file, 'utf8')));
    return saved.filter(({ expiresAtMs }) => expiresAtMs - marginMs > Date.now());
  } catch {
    // Nobody has signed in yet, or nothing that can be read is left of it.
    return [];
  }
}

/** Renamed into place, so that the file is its owner's alone whatever mode an earlier one had. */
async function save(file: string, signIns: readonly SavedSignIn[]): Promise<void> {
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify(signIns), { mode: 0o600 });
  await rename(fresh, file);
}

/**
 * A token of the person at this terminal: the one of an earlier sign-in that allows at least `scopes`, and as little
 * else as possible, while the server accepts it; else a new one.
 */
export async function savedSignIn(input: {
  readonly serverUrl: string;
  readonly scopes: readonly string[];
  /** Whether a sign-in that allows more will not do. */
  readonly exactly?: boolean;
  /** Where tokens are kept, readable for their owner only. */
  readonly folder: string;
  /** Shows where to sign in; on standard error unless given, because standard output may be for the token. */
  readonly show?: (address: URL) => void;
}): Promise<string> {
  const { serverUrl, scopes, exactly = false, folder, show = showAddress } = input;
  const server = createHash('sha256').update(serverUrl).digest('hex').slice(0, 16);
  const file = join(folder, `sign-ins-${server}.json`);
  const saved = await readSaved(file);
  const [found] = saved
    .filter((signedIn) => scopes.every((scope) => signedIn.scopes.includes(scope)))
    .filter((signedIn) => !exactly || signedIn.scopes.length === scopes.length)
    .sort((a, b) => a.scopes.length - b.scopes.length);
  // Asked without a token too, so that a server that is not there is said before anybody signs in.
  if ((await acceptsToken(serverUrl, found?.accessToken)) && found !== undefined) return found.accessToken;
  const signedIn = await signIn({ serverUrl, scopes, show });
  await mkdir(folder, { recursive: true });
  const others = saved.filter((other) => other !== found);
  await save(file, [...others, { ...signedIn, scopes: [...scopes] }]);
  return signedIn.accessToken;
}

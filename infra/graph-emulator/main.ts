/**
 * The Graph emulator as a process of its own. Environment (all optional):
 * `GRAPH_EMULATOR_PORT` (3979), `GRAPH_EMULATOR_HOST` (127.0.0.1), `GRAPH_EMULATOR_DB` (`:memory:`),
 * `GRAPH_EMULATOR_SEED` (`company`, `people` or `empty`), `GRAPH_EMULATOR_TOKENS` (JSON array of StaticToken),
 * `GRAPH_EMULATOR_ISSUER` with `GRAPH_EMULATOR_JWKS_URL` and `GRAPH_EMULATOR_AUDIENCE`,
 * `GRAPH_EMULATOR_REFUSED_INSTALLS` (object ids, comma-separated), `GRAPH_EMULATOR_TLS_KEY` and `…_TLS_CERT` (PEM files).
 * `GRAPH_EMULATOR_CROWD_PEOPLE` with `GRAPH_EMULATOR_CROWD_EVENTS` (each, 100) fill a crowd for benches.
 * Prints one line of JSON, `{"ready":true,"url":…}`, when it listens; SIGTERM and SIGINT stop it.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fillCrowd } from './load-test-people.ts';
import { startGraphEmulator } from './emulator.ts';
import { NewerDatabaseError } from './storage/migrations.ts';

const environment = z
  .object({
    GRAPH_EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(3979),
    GRAPH_EMULATOR_HOST: z.string().default('127.0.0.1'),
    GRAPH_EMULATOR_DB: z.string().default(':memory:'),
    GRAPH_EMULATOR_SEED: z.enum(['company', 'people', 'empty']).default('company'),
    GRAPH_EMULATOR_TOKENS: z
      .string()
      .default('[]')
      .transform((text) => JSON.parse(text) as unknown)
      .pipe(
        z.array(
          z.object({
            token: z.string(),
            kind: z.enum(['application', 'delegated']),
            userId: z.string().optional(),
            permissions: z.union([z.literal('all'), z.array(z.string())]),
          }),
        ),
      ),
    GRAPH_EMULATOR_ISSUER: z.string().optional(),
    GRAPH_EMULATOR_JWKS_URL: z.string().optional(),
    GRAPH_EMULATOR_AUDIENCE: z.string().optional(),
    GRAPH_EMULATOR_REFUSED_INSTALLS: z.string().default(''),
    GRAPH_EMULATOR_CROWD_PEOPLE: z.coerce.number().int().min(0).default(0),
    GRAPH_EMULATOR_CROWD_EVENTS: z.coerce.number().int().min(0).default(100),
    GRAPH_EMULATOR_TLS_KEY: z.string().optional(),
    GRAPH_EMULATOR_TLS_CERT: z.string().optional(),
  })
  .parse(process.env);

const {
  GRAPH_EMULATOR_ISSUER: issuer,
  GRAPH_EMULATOR_JWKS_URL: jwksUrl,
  GRAPH_EMULATOR_AUDIENCE: audience,
  GRAPH_EMULATOR_TLS_KEY: keyFile,
  GRAPH_EMULATOR_TLS_CERT: certFile,
} = environment;

const emulator = await startGraphEmulator({
  port: environment.GRAPH_EMULATOR_PORT,
  host: environment.GRAPH_EMULATOR_HOST,
  dbFile: environment.GRAPH_EMULATOR_DB,
  seed: environment.GRAPH_EMULATOR_SEED,
  identity: {
    staticTokens: environment.GRAPH_EMULATOR_TOKENS,
    ...(issuer === undefined || jwksUrl === undefined ? {} : { issuer: { url: issuer, jwksUrl, audience } }),
  },
  refusedInstalls: environment.GRAPH_EMULATOR_REFUSED_INSTALLS.split(',').filter((id) => id !== ''),
  ...(keyFile === undefined || certFile === undefined
    ? {}
    : { https: { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') } }),
}).catch((error: unknown) => {
  if (!(error instanceof NewerDatabaseError)) throw error;
  console.error(error.message);
  process.exit(1);
});

if (environment.GRAPH_EMULATOR_CROWD_PEOPLE > 0) {
  fillCrowd(emulator.world, environment.GRAPH_EMULATOR_CROWD_PEOPLE, environment.GRAPH_EMULATOR_CROWD_EVENTS);
}

console.log(JSON.stringify({ ready: true, url: emulator.url }));

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void emulator.close().then(() => process.exit(0));
  });
}

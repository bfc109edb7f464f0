import {
  startGraphEmulator,
  type GraphEmulator,
  type GraphEmulatorOptions,
} from '../../infra/graph-emulator/emulator.ts';
import { answerProblems } from './graph-contract.ts';

/** An emulator in memory, with a token for an application that may do everything. */
export interface TestGraphEmulator extends GraphEmulator {
  /** Application token with every permission. */
  readonly token: string;
  /** `${url}/v1.0`. */
  readonly baseUrl: string;
  /** A delegated token with every permission, for one of the `people` that were given at the start. */
  tokenOf(userId: string): string;
  /** One request with the application token, or another; the body is JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<TestAnswer>;
}

interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
}

/** What Graph answered; `body` is parsed JSON, or undefined where there is none. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

const applicationToken = 'application-all';

/**
 * Starts the Graph emulator in this process, on a free port, with the local company (people and ids:
 * `infra/graph-emulator/company.ts`). Calendars are empty unless `seed: 'company'` asks for the believable ones.
 * Every answer is held against Microsoft's schemas (`../shared/graph-contract`, where present): `close()` rejects
 * when one did not fit. Always `await emulator.close()` at the end.
 *
 * ```ts
 * const graph = await startTestGraphEmulator({ people: companyPeople.map(({ id }) => id) });
 * const { status, body } = await graph.call('GET', '/users');
 * graph.addFault({ path: '/events$', method: 'POST', cut: 'after' });
 * ```
 */
export async function startTestGraphEmulator(
  options: Partial<GraphEmulatorOptions> & { readonly people?: readonly string[] } = {},
): Promise<TestGraphEmulator> {
  const { people = [], identity, ...others } = options;
  const misfits: string[] = [];
  const emulator = await startGraphEmulator({
    dbFile: ':memory:',
    seed: 'people',
    observe: (exchange) => {
      for (const problem of answerProblems(exchange)) {
        misfits.push(`${exchange.method} ${exchange.url} ${exchange.status}: ${problem}`);
      }
    },
    ...others,
    identity: {
      ...identity,
      staticTokens: [
        { token: applicationToken, kind: 'application', permissions: 'all' },
        ...people.map((userId) => ({
          token: `delegated-${userId}`,
          kind: 'delegated' as const,
          userId,
          permissions: 'all' as const,
        })),
        ...(identity?.staticTokens ?? []),
      ],
    },
  });
  const baseUrl = `${emulator.url}/v1.0`;
  return {
    ...emulator,
    token: applicationToken,
    baseUrl,
    tokenOf: (userId) => `delegated-${userId}`,
    call: async (method, path, { body, headers, token = applicationToken } = {}) => {
      const sent = new Headers({ authorization: `Bearer ${token}` });
      if (body !== undefined) sent.set('content-type', 'application/json');
      for (const [name, value] of Object.entries(headers ?? {})) sent.set(name, value);
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: sent,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
    close: async () => {
      await emulator.close();
      if (misfits.length > 0) {
        throw new Error(
          `Answers that do not fit the Graph contract:\n${[...new Set(misfits)].slice(0, 20).join('\n')}`,
        );
      }
    },
  };
}

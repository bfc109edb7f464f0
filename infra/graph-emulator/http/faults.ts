import { z } from 'zod';

const faultRule = z.strictObject({
  /** Any method where absent. */
  method: z
    .string()
    .transform((text) => text.toUpperCase())
    .optional(),
  /** A regular expression over the path and query, such as `/users/[^/]+/events$`. */
  path: z.string().default(''),
  /** Answer with this status instead, with a Graph error body. */
  status: z.number().int().min(400).max(599).optional(),
  /** Cut the connection without an answer: before the request is carried out, or after. */
  cut: z.enum(['before', 'after']).optional(),
  /** Wait this long first. */
  latencyMs: z.number().min(0).max(600_000).optional(),
  /** How often, then the rule is spent. */
  times: z.number().int().min(1).default(1),
  retryAfterSeconds: z.number().min(0).optional(),
});

/** A fault that somebody asked for; `latencyMs` goes with any of the others. */
export type FaultRule = z.input<typeof faultRule>;

type ReadRule = z.output<typeof faultRule>;

interface ArmedFault extends ReadRule {
  readonly pattern: RegExp;
  left: number;
}

/** The faults that are armed; the first rule that fits a request is spent on it. */
export class Faults {
  #armed: ArmedFault[] = [];

  /** @throws Error that says what is wrong with the rule. */
  add(rule: unknown): void {
    const read = faultRule.parse(rule);
    if (read.status === undefined && read.cut === undefined && read.latencyMs === undefined) {
      throw new Error('A fault needs status, cut or latencyMs.');
    }
    this.#armed.push({ ...read, pattern: new RegExp(read.path, 'i'), left: read.times });
  }

  clear(): void {
    this.#armed = [];
  }

  list(): { rule: FaultRule; left: number }[] {
    return this.#armed.map(({ pattern, left, ...rule }) => ({
      rule: { ...rule, path: pattern.source },
      left,
    }));
  }

  /** The rule that fits this request, one use of it spent. */
  take(method: string, url: string): ReadRule | undefined {
    const fault = this.#armed.find(
      (candidate) =>
        (candidate.method === undefined || candidate.method === method) && candidate.pattern.test(url),
    );
    if (fault === undefined) return undefined;
    fault.left -= 1;
    if (fault.left <= 0) this.#armed = this.#armed.filter((candidate) => candidate !== fault);
    return fault;
  }
}

const codes: Readonly<Record<number, string>> = {
  429: 'TooManyRequests',
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

/** Graph's error for a status that was asked for. */
export function faultError(status: number): { code: string; message: string } {
  const message = status === 429 ? 'Please retry again later.' : 'This answer was asked for by a fault rule.';
  return { code: codes[status] ?? 'GeneralException', message };
}

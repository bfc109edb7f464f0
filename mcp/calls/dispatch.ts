import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Log } from '../../infra/runtime/log.ts';
import type { Operation } from '../../workflows/contract/catalogue/operation.ts';
import { problemOf } from '../../workflows/contract/schemas/problem-of.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import type { Problem, Result } from '../../workflows/domain/problems/problem.ts';
import { ServiceError } from '../../workflows/ports/service-error.ts';
import type { Store } from '../../workflows/ports/store.ts';
import type { Identity } from '../auth/identity.ts';
import { personBehind } from '../auth/identity.ts';
import type { Audit } from './audit.ts';
import { createIdempotencyKeys } from './idempotency.ts';
import type { Fields, ServedOperation } from './served-operation.ts';
import type { Usage } from './usage.ts';

/** Carries out one operation for a caller, the same for MCP tools and HTTP intents. Never rejects. */
export type Dispatch = (call: {
  readonly identity: Identity;
  readonly served: ServedOperation;
  readonly input: unknown;
  readonly correlationId: string;
}) => Promise<Result<Fields>>;

function failure(problem: Problem): Result<never> {
  return { ok: false, problem };
}

function serviceProblem(error: unknown): Problem | undefined {
  if (!(error instanceof ServiceError)) return undefined;
  const { message, retryAfterMs } = error;
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  switch (error.reason) {
    case 'throttled':
      return { code: 'rate_limited', message, ...wait };
    case 'notFound':
      return { code: 'not_found', message };
    case 'forbidden':
    case 'notInstalled':
    case 'blocked':
      return { code: 'forbidden', message };
    case 'conflict':
      return { code: 'conflict', message };
    case 'invalid':
      return { code: 'invalid', message };
    case 'unavailable':
    case 'notSetUp':
      return { code: 'unavailable', message, ...wait };
  }
}

/** Keys of two people, or of one person for two actions, never collide inside a meeting. */
function ownKey(personId: string, operation: string, key: string): string {
  return createHash('sha256').update(`${personId}\n${operation}\n${key}`).digest('base64url');
}

/** Whether it is certain that a refused call changed nothing. */
function didNothing({ code }: Problem): boolean {
  return code === 'invalid' || code === 'not_found' || code === 'forbidden' || code === 'rate_limited';
}

function mayCall(identity: Identity, operation: Operation): Result<Caller> {
  if (!identity.scopes.has(operation.scope))
    return failure({ code: 'forbidden', message: `This needs the scope ${operation.scope}.` });
  if (identity.caller.ok && identity.caller.value.kind === 'agent' && operation.scope === 'meetings.respond')
    return failure({
      code: 'forbidden',
      message: 'An agent cannot answer for a person; ask the person to answer on their own card.',
    });
  return identity.caller;
}

export function createDispatch(input: {
  readonly store: Store;
  readonly audit: Audit;
  readonly usage: Usage;
  readonly log: Log;
}): Dispatch {
  const { audit, usage, log } = input;
  const keys = createIdempotencyKeys(input.store);
  const strictInputs = new Map<Operation, z.ZodObject>();

  function strictInput(operation: Operation): z.ZodObject {
    const known = strictInputs.get(operation);
    if (known !== undefined) return known;
    const strict = operation.input.strict();
    strictInputs.set(operation, strict);
    return strict;
  }

  async function carryOut(caller: Caller, served: ServedOperation, given: unknown): Promise<Result<Fields>> {
    const { operation } = served;
    const parsed = strictInput(operation).safeParse(given);
    if (!parsed.success) return failure(problemOf(parsed.error));
    const fields: Fields = parsed.data;
    const key = fields['idempotencyKey'];
    if (!operation.readOnly && typeof key === 'string') {
      const personId = personOf(caller);
      const use = { personId, operation: operation.name, key, input: fields };
      const conflict = await keys.claim(use);
      if (conflict !== undefined) return failure(conflict);
      const own = { ...fields, idempotencyKey: ownKey(personId, operation.name, key) };
      const result = await served.execute(caller, own);
      if (!result.ok && didNothing(result.problem)) await keys.release(use);
      return result;
    }
    return served.execute(caller, fields);
  }

  return async ({ identity, served, input: given, correlationId }) => {
    const { operation } = served;
    const startedMs = performance.now();
    const caller = mayCall(identity, operation);
    let result: Result<Fields>;
    try {
      result = caller.ok ? await carryOut(caller.value, served, given) : caller;
    } catch (error) {
      const known = serviceProblem(error);
      if (known === undefined) log.error({ err: error, operation: operation.name }, 'an operation failed');
      result = failure(known ?? { code: 'unavailable', message: 'Something went wrong here; try again.' });
    }
    const durationMs = performance.now() - startedMs;
    const outcome = result.ok ? 'ok' : result.problem.code;
    const meetingId =
      result.ok && typeof result.value['meetingId'] === 'string' ? result.value['meetingId'] : undefined;
    const personId = personBehind(identity);
    usage.count(operation.name, outcome, durationMs);
    audit({
      clientId: identity.clientId,
      personId,
      kind: caller.ok ? caller.value.kind : undefined,
      surface: caller.ok ? caller.value.surface : undefined,
      operation: operation.name,
      meetingId,
      outcome,
      durationMs: Math.round(durationMs * 10) / 10,
      correlationId,
    });
    return result;
  };
}

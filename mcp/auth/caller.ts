import type { Caller, Surface } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { Identity } from './identity.ts';
import type { Principal } from './principal.ts';

/** Names the organizer for whom an autonomous agent acts: a directory id. */
export const onBehalfOfHeader = 'assent-on-behalf-of';

/** For each autonomous agent (client id), the organizers for whom it may act. */
export type AgentOrganizers = ReadonlyMap<string, ReadonlySet<string>>;

/** From `agent=organizer` pairs; an agent that is not named may act for nobody. */
export function agentOrganizers(pairs: readonly string[]): AgentOrganizers {
  const organizers = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const agent = pair.slice(0, at).trim();
    const organizer = pair.slice(at + 1).trim();
    if (at < 1 || organizer === '') throw new Error(`"${pair}" is not agent=organizer`);
    organizers.set(agent, (organizers.get(agent) ?? new Set()).add(personId(organizer)));
  }
  return organizers;
}

function callerOf(
  principal: Principal,
  surface: Surface,
  onBehalfOf: string | undefined,
  allowed: AgentOrganizers,
): Result<Caller> {
  const { subject, clientId } = principal;
  if (subject.kind === 'person')
    return { ok: true, value: { kind: 'person', personId: subject.personId, surface } };
  const refuse = (message: string): Result<Caller> => ({
    ok: false,
    problem: { code: 'forbidden', message },
  });
  if (onBehalfOf === undefined || onBehalfOf.trim() === '')
    return refuse('Say for whom you act: send the organizer’s id in the header Assent-On-Behalf-Of.');
  const organizer = personId(onBehalfOf);
  if (allowed.get(clientId)?.has(organizer) !== true)
    return refuse('This agent may not act for that organizer; an administrator can allow it.');
  return { ok: true, value: { kind: 'agent', clientId, onBehalfOf: organizer, surface } };
}

/**
 * The one rule of who acts for whom. A person's token (`scp`, `oid`) makes that person the caller, whatever client
 * carries it: answering counts for that person alone, and needs the scope `meetings.respond`. An application's own
 * token (`roles`) makes an agent, that acts only for organizers it was allowed and never answers.
 */
export function identityOf(
  principal: Principal,
  request: {
    readonly surface: Surface;
    readonly onBehalfOf: string | undefined;
    readonly allowed: AgentOrganizers;
  },
): Identity {
  return {
    clientId: principal.clientId,
    scopes: principal.scopes,
    caller: callerOf(principal, request.surface, request.onBehalfOf, request.allowed),
  };
}

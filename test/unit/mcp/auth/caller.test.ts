import { describe, expect, test } from 'vitest';
import { agentOrganizers, identityOf } from '../../../../mcp/auth/caller.ts';
import type { Principal } from '../../../../mcp/auth/principal.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';

const allowed = agentOrganizers(['robot=Ana', 'robot=bob']);
const person: Principal = {
  clientId: 'desktop',
  subject: { kind: 'person', personId: personId('carol') },
  scopes: new Set(['meetings.read']),
  expiresAtMs: 1,
  tokenHash: 'hash',
};
const robot: Principal = { ...person, clientId: 'robot', subject: { kind: 'application' } };

function callerOf(principal: Principal, onBehalfOf?: string) {
  return identityOf(principal, { surface: 'mcp', onBehalfOf, allowed }).caller;
}

describe('who acts for whom', () => {
  test('a person’s token makes that person the caller, whatever the header says', () => {
    const caller = { ok: true, value: { kind: 'person', personId: 'carol', surface: 'mcp' } };
    expect(callerOf(person)).toEqual(caller);
    expect(callerOf(person, 'ana')).toEqual(caller);
  });

  test('an application acts for an organizer it is allowed to act for, in any letter case of the id', () => {
    expect(callerOf(robot, 'ANA')).toEqual({
      ok: true,
      value: { kind: 'agent', clientId: 'robot', onBehalfOf: 'ana', surface: 'mcp' },
    });
  });

  test.each([undefined, '', ' ', 'carol'])('an application that acts for %j is refused', (onBehalfOf) => {
    expect(callerOf(robot, onBehalfOf)).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  });

  test('an application that was allowed nobody is refused', () => {
    expect(callerOf({ ...robot, clientId: 'other' }, 'ana').ok).toBe(false);
  });

  test.each(['robot', '=ana', 'robot='])('%j does not say who may act for whom', (pair) => {
    expect(() => agentOrganizers([pair])).toThrow(pair);
  });
});

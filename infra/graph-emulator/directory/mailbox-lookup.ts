import type { GraphCall } from '../protocol/graph-call.ts';
import { GraphError, resourceNotFound } from '../graph-error.ts';
import type { Mailbox } from './mailbox.ts';
import type { EmulatorState } from '../emulator-state.ts';

/** The mailbox that the path names. @throws GraphError 404 ErrorInvalidUser, as Outlook answers. */
export function mailboxOf(world: EmulatorState, call: GraphCall): Mailbox {
  const key = call.params['user'] ?? '';
  const mailbox = world.directory.find(key);
  if (mailbox === undefined) {
    throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${key.slice(0, 100)}' is invalid.`);
  }
  return mailbox;
}

/** The person that the path names. @throws GraphError 404 Request_ResourceNotFound, as the directory answers. */
export function personOf(world: EmulatorState, call: GraphCall): Mailbox {
  const key = call.params['user'] ?? '';
  const mailbox = world.directory.find(key);
  if (mailbox?.kind !== 'user') throw resourceNotFound(key.slice(0, 100));
  return mailbox;
}

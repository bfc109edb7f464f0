import type { Directory } from '../../workflows/ports/directory.ts';
import type { Dispatch } from '../calls/dispatch.ts';
import type { ServedOperation } from '../calls/served-operation.ts';
import type { Completion, RequestScope } from '../offer/offer.ts';

const maxValues = 20;

function startsWith(text: string, beginning: string): boolean {
  return text.toLowerCase().includes(beginning.toLowerCase());
}

/** Completes people, rooms and meetings wherever a prompt or a template takes one. */
export function createCompletion(input: {
  readonly directory: Pick<Directory, 'search' | 'rooms'>;
  readonly dispatch: Dispatch;
  readonly listMeetings: ServedOperation;
}): Completion {
  const { directory, dispatch, listMeetings } = input;

  async function people(text: string): Promise<string[]> {
    return (await directory.search({ text, limit: maxValues })).map(({ mail }) => mail);
  }

  /** The last of several, so that `bob@…, ca` completes Carol. */
  async function lastOfPeople(text: string): Promise<string[]> {
    const at = text.lastIndexOf(',') + 1;
    const before = text.slice(0, at);
    return (await people(text.slice(at).trim())).map((mail) => (before === '' ? mail : `${before} ${mail}`));
  }

  async function rooms(text: string): Promise<string[]> {
    return (await directory.rooms())
      .filter(({ displayName, mail }) => startsWith(displayName, text) || startsWith(mail, text))
      .map(({ displayName }) => displayName);
  }

  async function meetings(text: string, scope: RequestScope): Promise<string[]> {
    const { identity, correlationId } = scope;
    const listed = await dispatch({
      identity,
      served: listMeetings,
      input: { pageSize: 100 },
      correlationId,
    });
    const rows = listed.ok && Array.isArray(listed.value['meetings']) ? listed.value['meetings'] : [];
    return rows.flatMap((row: unknown) => {
      if (typeof row !== 'object' || row === null || !('meetingId' in row) || !('title' in row)) return [];
      const { meetingId, title } = row;
      if (typeof meetingId !== 'string' || typeof title !== 'string') return [];
      return meetingId.startsWith(text) || startsWith(title, text) ? [meetingId] : [];
    });
  }

  async function find(name: string, value: string, scope: RequestScope): Promise<string[] | undefined> {
    if (name === 'person') return people(value);
    if (name === 'attendees') return lastOfPeople(value);
    if (name === 'room') return rooms(value);
    if (name === 'id' || name === 'meetingId') return meetings(value, scope);
    return undefined;
  }

  return async (_, { name, value }, scope) => (await find(name, value, scope))?.slice(0, maxValues);
}

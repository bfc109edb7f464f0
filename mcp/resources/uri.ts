import { personId } from '../../workflows/domain/people/person.ts';

/** What a resource of ours is about. */
export type ResourceTarget =
  | { readonly kind: 'meeting'; readonly meetingId: string }
  | { readonly kind: 'calendar'; readonly person: string; readonly date: string }
  | { readonly kind: 'inbox' };

export const inboxUri = 'inbox://me';
export const meetingTemplate = 'meeting://{id}';
export const calendarTemplate = 'calendar://{person}/{date}';

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Reads `meeting://{id}`, `calendar://{person}/{date}` and `inbox://me`; `undefined` for anything else. */
export function parseResourceUri(uri: string): ResourceTarget | undefined {
  if (uri === inboxUri) return { kind: 'inbox' };
  const meetingId = decoded(/^meeting:\/\/([^/?#]{1,600})$/.exec(uri)?.[1] ?? '');
  if (meetingId !== undefined && meetingId !== '') return { kind: 'meeting', meetingId };
  const calendar = /^calendar:\/\/([^/?#]{1,600})\/(\d{4}-\d{2}-\d{2})$/.exec(uri);
  const person = decoded(calendar?.[1] ?? '');
  const date = calendar?.[2];
  if (person === undefined || person === '' || date === undefined) return undefined;
  return { kind: 'calendar', person: personId(person), date };
}

export function meetingUri(meetingId: string): string {
  return `meeting://${encodeURIComponent(meetingId)}`;
}

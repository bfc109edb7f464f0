import type { Result } from '../../../workflows/domain/problems/problem.ts';
import type { Edits } from '../../../workflows/domain/meeting/edits.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../../workflows/domain/people/person.ts';
import type { Store } from '../../../workflows/ports/store.ts';
import type { BotServices } from '../bot-services.ts';
import type { Sender } from '../sender.ts';
import type { Edit } from './edit-of.ts';

/** What was done can be undone for so long. */
const keptMs = 24 * 60 * 60_000;

/** An edit that was carried out, and the one that takes it back. */
export interface KeptUndo {
  readonly ownerId: PersonId;
  readonly meetingId: string;
  readonly done: Edit;
  readonly back: Edit;
}

const keyOf = (undoId: string) => `teams:undo:${undoId}`;

export async function keepUndo(store: Store, undoId: string, undo: KeptUndo): Promise<void> {
  await store.set(keyOf(undoId), JSON.stringify(undo), { ttlMs: keptMs });
}

export async function findUndo(store: Store, undoId: string): Promise<KeptUndo | undefined> {
  const text = await store.get(keyOf(undoId));
  return text === undefined ? undefined : (JSON.parse(text) as KeptUndo);
}

/** What those fields are in the meeting now. */
function fieldsOf(view: MeetingView, { title, place, isOnlineMeeting, durationMinutes }: Edits): Edits {
  return {
    ...(title === undefined ? {} : { title: view.title }),
    ...(place === undefined ? {} : { place: view.place ?? '' }),
    ...(isOnlineMeeting === undefined ? {} : { isOnlineMeeting: view.isOnlineMeeting }),
    ...(durationMinutes === undefined ? {} : { durationMinutes: view.durationMinutes }),
  };
}

/** The edit that takes another one back, from how the meeting was before it. */
export function backFrom(before: MeetingView, { fields, add, remove }: Edit): Edit {
  const there = (id: PersonId) => before.attendees.find(({ person }) => person.id === id);
  const changed = [...add.map(({ person }) => person.id), ...remove].flatMap((id) => there(id) ?? []);
  return {
    fields: fieldsOf(before, fields),
    add: changed.map(({ person, type }) => ({ person, type, wishes: [] })),
    remove: add.flatMap(({ person }) => (there(person.id) === undefined ? [person.id] : [])),
  };
}

/** Whether the meeting is still as the edit left it. */
export function isStillSo(view: MeetingView, { fields, add, remove }: Edit): boolean {
  const typeOf = (id: PersonId) => view.attendees.find(({ person }) => person.id === id)?.type;
  return (
    JSON.stringify(fieldsOf(view, fields)) === JSON.stringify(fieldsOf({ ...view, ...fields }, fields)) &&
    add.every(({ person, type }) => typeOf(person.id) === type) &&
    remove.every((id) => typeOf(id) === undefined)
  );
}

/** Carries an edit out as the sender: what shall be different first, then who shall be in it. */
export async function giveEdit(
  { meetings }: Pick<BotServices, 'meetings'>,
  { caller }: Sender,
  view: MeetingView,
  { fields, add, remove }: Edit,
  idempotencyKey: string,
): Promise<Result<MeetingView>> {
  const { meetingId } = view;
  const edited: Result<MeetingView> =
    Object.keys(fields).length === 0
      ? { ok: true, value: view }
      : await meetings.edit(caller, {
          ...fields,
          meetingId,
          idempotencyKey: `${idempotencyKey}:fields`,
          seenVersion: view.version,
        });
  if (!edited.ok || (add.length === 0 && remove.length === 0)) return edited;
  return await meetings.changeAttendees(caller, {
    meetingId,
    idempotencyKey: `${idempotencyKey}:people`,
    seenVersion: edited.value.version,
    add: [...add],
    remove: [...remove],
  });
}

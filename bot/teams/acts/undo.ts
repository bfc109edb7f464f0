import type { Result } from '../../../workflows/domain/problems/problem.ts';
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

/** The edit that takes another one back, from how the meeting was before it. */
export function backFrom(before: MeetingView, { add, remove }: Edit): Edit {
  const there = (id: PersonId) => before.attendees.find(({ person }) => person.id === id);
  const changed = [...add.map(({ person }) => person.id), ...remove].flatMap((id) => there(id) ?? []);
  return {
    fields: {},
    add: changed.map(({ person, type }) => ({ person, type, wishes: [] })),
    remove: add.flatMap(({ person }) => (there(person.id) === undefined ? [person.id] : [])),
  };
}

/** Whether the meeting is still as the edit left it. */
export function isStillSo(view: MeetingView, { add, remove }: Edit): boolean {
  const typeOf = (id: PersonId) => view.attendees.find(({ person }) => person.id === id)?.type;
  return (
    add.every(({ person, type }) => typeOf(person.id) === type) &&
    remove.every((id) => typeOf(id) === undefined)
  );
}

/** Carries an edit out as the sender. */
export async function giveEdit(
  { meetings }: Pick<BotServices, 'meetings'>,
  { caller }: Sender,
  view: MeetingView,
  { add, remove }: Edit,
  idempotencyKey: string,
): Promise<Result<MeetingView>> {
  const { meetingId, version } = view;
  if (add.length === 0 && remove.length === 0) return { ok: true, value: view };
  return await meetings.changeAttendees(caller, {
    meetingId,
    idempotencyKey: `${idempotencyKey}:people`,
    seenVersion: version,
    add: [...add],
    remove: [...remove],
  });
}

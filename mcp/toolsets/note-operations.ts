import type { z } from 'zod';
import type { Meetings } from '../../workers/client/meetings.ts';
import { noteOut } from '../../workflows/contract/catalogue/note-fields.ts';
import { toolsets } from '../../workflows/contract/catalogue/toolsets.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import type { Clock } from '../../workflows/ports/clock.ts';
import type { Store } from '../../workflows/ports/store.ts';
import type { Fields, ServedOperation } from '../calls/served-operation.ts';

const { saveNote, getNotes } = toolsets.notes;
type SaveInput = z.infer<typeof saveNote.input>;
type GetInput = z.infer<typeof getNotes.input>;

const keptMs = 365 * 24 * 60 * 60 * 1000;
const maxNotes = 200;

/** Notes as a toolset: of a meeting for everybody in it, or somebody's own by name; kept a year. */
export function noteOperations(input: {
  readonly store: Store;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly clock: Clock;
}): readonly ServedOperation[] {
  const { store, meetings, clock } = input;

  /** Where notes are stored; only people who may see the meeting can reach its notes. */
  async function drawer(caller: Caller, meetingId: string | undefined): Promise<Result<string>> {
    if (meetingId === undefined) return { ok: true, value: `note:person:${personOf(caller)}:` };
    const seen = await meetings.get(caller, { meetingId });
    return seen.ok ? { ok: true, value: `note:meeting:${meetingId}:` } : seen;
  }

  async function save(caller: Caller, { meetingId, name, text }: SaveInput): Promise<Result<Fields>> {
    if (meetingId === undefined && name === undefined)
      return {
        ok: false,
        problem: { code: 'invalid', message: 'Give a meetingId or a name.', path: 'name' },
      };
    const at = await drawer(caller, meetingId);
    if (!at.ok) return at;
    const note = {
      name: name ?? 'notes',
      meetingId,
      text,
      savedBy: personOf(caller),
      savedAt: clock.now(),
    };
    await store.set(at.value + encodeURIComponent(note.name), JSON.stringify(note), { ttlMs: keptMs });
    return { ok: true, value: note };
  }

  async function get(caller: Caller, { meetingId, name }: GetInput): Promise<Result<Fields>> {
    const at = await drawer(caller, meetingId);
    if (!at.ok) return at;
    if (name === undefined) {
      const rows = await store.list({ prefix: at.value, limit: maxNotes });
      return { ok: true, value: { notes: rows.map(({ value }) => noteOut.parse(JSON.parse(value))) } };
    }
    const text = await store.get(at.value + encodeURIComponent(name));
    return { ok: true, value: { notes: text === undefined ? [] : [noteOut.parse(JSON.parse(text))] } };
  }

  // The dispatcher has parsed every input with the schema that the types come from.
  return [
    { operation: saveNote, execute: (caller, fields) => save(caller, fields as SaveInput) },
    { operation: getNotes, execute: (caller, fields) => get(caller, fields) },
  ];
}

import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../../workflows/domain/people/person.ts';
import { askFirstCard } from '../../cards/ask-first-card.ts';
import { button } from '../../cards/buttons.ts';
import { problemText } from '../../words/problem-text.ts';
import type { Reader } from '../../words/reader.ts';
import { durationText } from '../../words/times.ts';
import { nameIn } from '../../words/names.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply, meetingReply } from './act-turn.ts';
import type { Edit, UnclearEdit } from './edit-of.ts';
import { editOf } from './edit-of.ts';
import type { MeetingAct } from './meeting-act.ts';
import { isOpen, isOrganizer } from './meeting-act.ts';
import { moveAct } from './move.ts';
import { backFrom, giveEdit, keepUndo } from './undo.ts';

function unclearText(unclear: UnclearEdit, { words }: Reader): string {
  const { edit } = words.acts;
  switch (unclear.reason) {
    case 'severalPeople': {
      const people = unclear.people.map(({ displayName, mail }) => `${displayName} (${mail})`);
      return edit.severalPeople(unclear.name, words.times.list(people));
    }
    case 'unknownPerson':
    case 'notIn':
    case 'alreadyIn':
      return edit[unclear.reason](unclear.name);
  }
}

/** What is different now, a sentence each. */
function doneTexts(before: MeetingView, { fields, add, remove }: Edit, reader: Reader): readonly string[] {
  const { words } = reader;
  const { edit } = words.acts;
  const { title, place, isOnlineMeeting, durationMinutes } = fields;
  const names = (ids: readonly PersonId[]) => words.times.list(ids.map((id) => nameIn(before, id, words)));
  return [
    ...(title === undefined ? [] : [edit.titled(title)]),
    ...(place === undefined ? [] : [edit.place(place)]),
    ...(isOnlineMeeting === undefined ? [] : [isOnlineMeeting ? edit.online : edit.inPerson]),
    ...(durationMinutes === undefined
      ? []
      : [edit.length(durationText(durationMinutes, reader), durationText(before.durationMinutes, reader))]),
    ...(add.length === 0 ? [] : [edit.added(words.times.list(add.map(({ person }) => person.displayName)))]),
    ...(remove.length === 0 ? [] : [edit.removed(names(remove))]),
  ];
}

async function done(turn: ActTurn, before: MeetingView, after: MeetingView, change: Edit): Promise<Reply> {
  const { services, sender, reader, idempotencyKey } = turn;
  const { acts } = reader.words;
  const undoId = idempotencyKey;
  await keepUndo(services.store, undoId, {
    ownerId: sender.personId,
    meetingId: before.meetingId,
    done: change,
    back: backFrom(before, change),
  });
  // What is booked keeps its link once it has one.
  const isForGood = before.booking !== undefined && change.fields.isOnlineMeeting === true;
  const undo = isForGood ? [] : [button(acts.edit.undo, 'undo', { undoId }, { associatedInputs: 'none' })];
  return cardReply(
    askFirstCard(
      {
        me: sender.personId,
        question: doneTexts(before, change, reader).join(' '),
        meetings: [
          {
            view: after,
            actions: [
              ...undo,
              button(acts.showIt, 'show', { meetingId: after.meetingId }, { associatedInputs: 'none' }),
            ],
          },
        ],
      },
      reader,
    ),
  );
}

/** Changes the one meeting that is meant, at once and with Undo; another start is a move. */
export const editAct: MeetingAct = {
  suits: (view, me) => isOpen(view) && isOrganizer(view, me),
  button: (words) => words.acts.edit.button,
  tellsOthers: () => true,

  async carryOut(turn, view) {
    const { services, sender, reader, said, idempotencyKey } = turn;
    const { acts } = reader.words;
    if (!isOrganizer(view, sender.personId)) {
      return meetingReply(view, acts.onlyOrganizer(view.organizer.displayName));
    }
    const { when, shiftMinutes } = said.to;
    if (when.length > 0 || shiftMinutes !== undefined) return await moveAct.carryOut(turn, view);
    if (said.to.room !== undefined) return meetingReply(view, acts.edit.roomInCalendar);
    const change = editOf(view, said.to, { timeZone: reader.timeZone, now: services.now() });
    if ('reason' in change) return meetingReply(view, unclearText(change, reader));
    const { fields, add, remove } = change;
    if (Object.keys(fields).length === 0 && add.length === 0 && remove.length === 0) {
      return meetingReply(view, acts.edit.nothing);
    }
    const given = await giveEdit(services, sender, view, change, idempotencyKey);
    return given.ok
      ? await done(turn, view, given.value, change)
      : meetingReply(view, problemText(given.problem, reader.words));
  },
};

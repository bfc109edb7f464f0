import type { ListedNames } from '../listed-names.ts';

type Who = ListedNames | undefined;

/** What happened to a meeting, a sentence each. Names and times come as they are written. */
export const history = {
  requested: (who: string, title: string) => `${who} asked for “${title}”.`,
  proposed: (round: number, times: number, asked: Who) => {
    const proposed = `Round ${round}: ${times === 1 ? 'one time' : `${times} times`} proposed`;
    return asked === undefined
      ? `${proposed}; nobody had to be asked again.`
      : `${proposed} to ${asked.text}.`;
  },
  answered: {
    approved: (who: string, suggested: string | undefined) =>
      suggested === undefined ? `${who} approved.` : `${who} approved and suggested ${suggested}.`,
    declined: (who: string, suggested: string | undefined) =>
      suggested === undefined ? `${who} declined.` : `${who} declined and suggested ${suggested}.`,
    mixed: (who: string, suggested: string | undefined) =>
      suggested === undefined ? `${who} answered.` : `${who} answered and suggested ${suggested}.`,
  },
  takenBack: 'An approval was taken back, so the meeting is waiting for answers again.',
  reminded: (who: string | undefined, people: Who) => {
    if (people === undefined) return 'Everyone who hadn’t answered was reminded.';
    if (who !== undefined) return `${who} reminded ${people.text}.`;
    return `${people.text} ${people.count === 1 ? 'was' : 'were'} reminded.`;
  },
  confirmed: (who: string) => `${who} confirmed the booking.`,
  booked: (title: string, slot: string) => `“${title}” is booked: ${slot}.`,
  cancelled: (who: string) => `${who} cancelled the meeting.`,
  rescheduled: (who: string, slots: string | undefined) =>
    slots === undefined ? `${who} asked for another time.` : `${who} asked for another time: ${slots}.`,
  slotsChosen: (who: string, slots: string) => `${who} proposed ${slots}.`,
  attendeesChanged: (who: string, added: Who, removed: Who) => {
    const parts = [
      ...(added === undefined ? [] : [`added ${added.text}`]),
      ...(removed === undefined ? [] : [`removed ${removed.text}`]),
    ];
    return `${who} ${parts.join(' and ')}.`;
  },
  edited: (who: string, edits: string) => `${who} changed ${edits}.`,
  edits: {
    title: (before: string, after: string) => `the title from “${before}” to “${after}”`,
    agenda: 'the agenda',
    /** Empty: nowhere any more. */
    place: (after: string) => (after === '' ? 'the place to none' : `the place to “${after}”`),
    online: (isOnline: boolean) => `the meeting to one that ${isOnline ? 'is' : 'isn’t'} online`,
    length: (before: string, after: string) => `the length from ${before} to ${after}`,
  },
  notEdited: 'So the meeting wasn’t changed.',
  /** Nobody: it is the room. */
  taken: (people: Who, slot: string) => {
    const who = people?.text ?? 'The room';
    return `${who} ${(people?.count ?? 1) === 1 ? 'is' : 'are'} no longer free on ${slot}.`;
  },
  staysAt: (slot: string) => `The meeting stays on ${slot}.`,
  ended: 'The meeting is over.',
};

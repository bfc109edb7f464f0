/** What a sentence can ask for. A closed set: whatever is none of these is `none`, and nothing is done. */
export const acts = [
  'new', // a meeting, an entry, a search for times
  'change', // of the wish that is being talked about and not proposed yet
  'choose', // one of the offered times
  'answer', // to a proposal or an invitation: yes, no with a reason, if need be, another time
  'move', // a meeting to another time
  'edit', // a meeting's people, place, title, length, end, or whether it is online
  'cancel', // a meeting
  'remind', // those who have not answered
  'confirm', // book what is proposed
  'list', // my meetings, a day, a week, what waits for me
  'about', // one meeting: when, where, who has answered, why
  'free', // who is free when
  'room', // which room is free, or a room as such
  'join', // the link of a meeting
  'late', // tell the others
  'help', // how something is done here
  'social', // thanks, greetings, talk about the bot
  'nevermind', // end the talk; nothing booked is touched
  'none', // not understood, or nothing to do with meetings
] as const;

export type Act = (typeof acts)[number];

/** Acts on meetings and calendars, in contrast to wishes (`new`, `change`) and to talk. */
export type MeetingAct = Exclude<Act, 'new' | 'change' | TalkAct | 'none'>;

/** Acts that touch no meeting. */
export type TalkAct = 'help' | 'social' | 'nevermind';

/**
 * What stands open when a sentence is written, which decides what "Monday instead" asks for: a wish with offered
 * times, a question to the speaker, their own proposal that waits for the others, a meeting just booked, or what a
 * meeting shall become, shown and not yet carried out.
 */
export const pendings = ['nothing', 'wish', 'asked', 'proposed', 'booked', 'shown'] as const;

export type Pending = (typeof pendings)[number];

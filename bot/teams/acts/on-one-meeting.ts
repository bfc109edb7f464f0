import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { askFirstCard, leaveAction } from '../../cards/ask-first-card.ts';
import { button } from '../../cards/buttons.ts';
import type { Action } from '../../cards/elements.ts';
import { whichText } from '../../cards/which-text.ts';
import type { Which } from '../../language/meaning/frame.ts';
import { problemText } from '../../words/problem-text.ts';
import { meetingsMeant, nearestMeeting, saysWhich } from '../meant/meetings-meant.ts';
import type { Speaker } from '../meant/meetings-meant.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply, isPlainlySaid, sentenceReply } from './act-turn.ts';
import type { MeetingAct } from './meeting-act.ts';
import { latestMeetings, openMeetings } from './open-meetings.ts';

/** Whoever means one of more than these says more of it. */
const mostShown = 8;

async function speakerOf({ services, sender, reader, said }: ActTurn): Promise<Speaker> {
  const { place, room } = said.which;
  const rooms = place === undefined && room === undefined ? [] : await services.directory.rooms();
  return { id: sender.personId, timeZone: reader.timeZone, now: services.now(), rooms };
}

/** The button that goes on with everything that was said, on this meeting. */
function goOnAction({ saidId, reader, said }: ActTurn, act: MeetingAct, view: MeetingView): Action {
  const data = { saidId, meetingId: view.meetingId };
  return button(act.button(reader.words, said), 'goOn', data, { associatedInputs: 'none' });
}

/** Nothing fits everything that was said: says how it was read, and offers the nearest. */
function noneFits(turn: ActTurn, act: MeetingAct, meetings: readonly MeetingView[], speaker: Speaker): Reply {
  const { sender, reader, said } = turn;
  const { acts } = reader.words;
  const nearest = nearestMeeting(meetings, said.which, speaker);
  if (nearest === undefined) return sentenceReply(acts.nothingAhead);
  const read = whichText(said.which, reader);
  const none = read === '' ? acts.nothingAhead : acts.noneFits(read);
  const question = act.isQuestion === true ? none : `${none} ${acts.nothingChanged}`;
  const shown = [{ view: nearest, actions: [goOnAction(turn, act, nearest)] }];
  return cardReply(
    askFirstCard({ me: sender.personId, question, meetings: shown, hint: acts.nearest }, reader),
  );
}

/** Asks which one; each button goes on with what was said. */
function whichOne(turn: ActTurn, act: MeetingAct, views: readonly MeetingView[]): Reply {
  const { sender, reader } = turn;
  const { words } = reader;
  return cardReply(
    askFirstCard(
      {
        me: sender.personId,
        question: words.chat.whichOne,
        meetings: views.slice(0, mostShown).map((view) => ({ view, actions: [goOnAction(turn, act, view)] })),
        effects: views.length > mostShown ? [words.cards.list.more] : [],
      },
      reader,
    ),
  );
}

/** Some of the words were not understood, or what is meant was not said: one click first. */
export function isThisMeant(turn: ActTurn, act: MeetingAct, view: MeetingView, question?: string): Reply {
  const { sender, reader } = turn;
  const { acts } = reader.words;
  return cardReply(
    askFirstCard(
      {
        me: sender.personId,
        question: question ?? acts.sureOf,
        meetings: [{ view, actions: [goOnAction(turn, act, view), leaveAction(acts.unsure.acts.none)] }],
      },
      reader,
    ),
  );
}

/**
 * The meetings that may be meant: those that fit everything that was said; with nothing said, the one that was last
 * talked about here. Where more than one does, those for which the act is possible.
 */
function meantBy(
  turn: ActTurn,
  act: MeetingAct,
  meetings: readonly MeetingView[],
  speaker: Speaker,
): readonly MeetingView[] {
  const { which } = turn.said;
  const fitting = meetingsMeant(meetings, which, speaker);
  if (fitting.length < 2) return fitting;
  const possible = fitting.filter((view) => act.suits(view, speaker.id));
  const left = possible.length > 0 ? possible : fitting;
  const standing = left.filter(({ meetingId }) => meetingId === turn.standing?.meetingId);
  return isPointing(which) && standing.length > 0 ? standing : left;
}

/** "remind them", "yes": nothing is said of which meeting. */
function isPointing(which: Which): boolean {
  return !saysWhich(which) && which.all !== true && which.order === undefined;
}

/** Whether others must not learn of it before one click: it was not plainly said, or another meeting was talked about. */
function isDoubtful({ said, standing }: ActTurn, view: MeetingView): boolean {
  const isOther = standing !== undefined && standing.meetingId !== view.meetingId;
  return !isPlainlySaid(said) || (isOther && isPointing(said.which));
}

/** What is over can still be asked about. */
async function amongLatest(
  turn: ActTurn,
  act: MeetingAct,
  speaker: Speaker,
): Promise<readonly MeetingView[]> {
  if (!saysWhich(turn.said.which)) return [];
  const latest = await latestMeetings(turn);
  return latest.ok ? meantBy(turn, act, latest.value, speaker) : [];
}

/** Carries an act out on the one meeting that fits everything that was said; asks where none or several do. */
export async function onOneMeeting(turn: ActTurn, act: MeetingAct): Promise<Reply> {
  const { services, sender, reader, said } = turn;
  const get = (meetingId: string) => services.meetings.get(sender.caller, { meetingId });
  if (turn.meetingId !== undefined) {
    const chosen = await get(turn.meetingId);
    return chosen.ok
      ? await act.carryOut(turn, chosen.value)
      : sentenceReply(problemText(chosen.problem, reader.words));
  }
  const [speaker, known] = await Promise.all([speakerOf(turn), openMeetings(turn)]);
  if (!known.ok) return sentenceReply(problemText(known.problem, reader.words));
  const ahead = meantBy(turn, act, known.value, speaker);
  const meant = ahead.length === 0 && act.isQuestion === true ? await amongLatest(turn, act, speaker) : ahead;
  const [only, ...others] = meant;
  if (only === undefined) return noneFits(turn, act, known.value, speaker);
  if (others.length > 0) {
    const onAll = said.which.all === true ? act.carryOutOnAll?.(turn, meant) : undefined;
    return onAll ?? whichOne(turn, act, meant);
  }
  // What is listed may be a moment old; what is acted on must fit as it is now.
  const got = await get(only.meetingId);
  if (!got.ok) return sentenceReply(problemText(got.problem, reader.words));
  const now = got.value;
  if (meetingsMeant([now], said.which, speaker).length === 0) {
    return noneFits(turn, act, [...known.value.filter((view) => view !== only), now], speaker);
  }
  return act.tellsOthers(now, speaker.id) && isDoubtful(turn, now)
    ? isThisMeant(turn, act, now)
    : await act.carryOut(turn, now);
}

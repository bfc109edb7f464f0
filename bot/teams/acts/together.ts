import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Reader } from '../../words/reader.ts';
import type { BotServices } from '../bot-services.ts';
import type { Sender } from '../sender.ts';
import type { Reply } from './act-turn.ts';
import { sentenceReply } from './act-turn.ts';

interface Together {
  readonly command: 'cancel' | 'remind';
  readonly reason?: string;
  readonly meetings: readonly { readonly meetingId: string; readonly version: number }[];
}

/** Carries out, for several meetings, what the sender was shown and has clicked; says where it did not work. */
export async function meetingsTogether(
  { meetings }: Pick<BotServices, 'meetings'>,
  { caller }: Sender,
  { words }: Reader,
  { command, reason, meetings: meant }: Together,
  idempotencyKey: string,
): Promise<Reply> {
  const results = await Promise.all(
    meant.map(async ({ meetingId, version }) => {
      const given = { meetingId, seenVersion: version, idempotencyKey: `${idempotencyKey}:${meetingId}` };
      const done =
        command === 'cancel'
          ? await meetings.cancel(caller, { ...given, reason })
          : await meetings.remind(caller, given);
      if (done.ok) return { isDone: true };
      const view = await meetings.get(caller, { meetingId });
      return { isDone: false, failed: view.ok ? view.value : undefined };
    }),
  );
  const { acts, cards, times } = words;
  const failed = results.flatMap(({ failed: view }): readonly MeetingView[] =>
    view === undefined ? [] : [view],
  );
  const count = results.filter(({ isDone }) => isDone).length;
  return sentenceReply(
    [
      ...(count === 0 ? [] : [acts[command].doneAll(count)]),
      ...(failed.length === 0
        ? []
        : [acts.cancel.failedFor(times.list(failed.map(({ title }) => cards.quote(title))))]),
      ...(count + failed.length === 0 ? [words.problems.codes.not_found] : []),
    ].join(' '),
  );
}

import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../../bot/language/answer-question.ts';
import { understand } from '../../../../bot/language/understand.ts';
import type { MeetingRequestDraft } from '../../../../bot/language/meaning/understanding.ts';
import { inputOf } from './cast.ts';
import { summaryOf } from './summary.ts';

const { directory } = inputOf('');

function draftOf(text: string): MeetingRequestDraft {
  const understood = understand(inputOf(text));
  if (understood.kind !== 'question') throw new Error(`Not a question but ${understood.kind}.`);
  return JSON.parse(JSON.stringify(understood.draft)) as MeetingRequestDraft;
}

describe('answering what is open', () => {
  it.each([
    ['30 min tomorrow', 'Bob and Carol', ['Bob Miller', 'Carol Chen']],
    ['30 min tomorrow', 'with dan', ['Dan Weber']],
    ['30 min with Alice tomorrow', 'id-alice-novak', ['Alice Novak']],
    ['30 min with Alice tomorrow', 'alice berger', ['Alice Berger']],
    ['30 min with Zed tomorrow', 'zed@acme.com', ['zed@acme.com']],
    ['30 min with Dan and Zed tomorrow', 'erin.kelly@contoso.com', ['Dan Weber', 'Erin Kelly']],
  ])('“%s”, then “%s”', (text, answer, names) => {
    const understood = answerQuestion(draftOf(text), 'attendees', answer, { directory });
    expect(summaryOf(understood)).toMatchObject({ required: names });
  });

  it('asks again when the answer names nobody', () => {
    const understood = answerQuestion(draftOf('30 min with Alice tomorrow'), 'attendees', 'whoever', {
      directory,
    });
    expect(understood).toMatchObject({ kind: 'question', questions: [{ code: 'ambiguousPerson' }] });
  });

  it('takes words for times that left none', () => {
    const draft = draftOf('30 min with Dan yesterday');
    const understood = answerQuestion(draft, 'window', 'next week', { directory });
    expect(summaryOf(understood)).toMatchObject({ windows: ['11-23 00:00 to 11-28 00:00'] });
  });

  it('keeps the wishes of a person who was in question', () => {
    const draft = draftOf("Alice can't do Mondays. 30 min with Alice next week");
    const understood = answerQuestion(draft, 'attendees', 'id-alice-novak', { directory });
    expect(summaryOf(understood)).toMatchObject({ wishes: ['Alice Novak: hard monday'] });
  });
});

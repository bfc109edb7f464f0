import { describe, expect, it } from 'vitest';
import { personId } from '../../../../workflows/domain/people/person.ts';
import { answerQuestion } from '../../../../bot/language/answer-question.ts';
import { understand } from '../../../../bot/language/understand.ts';

const person = (displayName: string) => ({
  id: personId(`id-${displayName}`),
  displayName,
  mail: `${displayName.toLowerCase().replace(' ', '.')}@contoso.com`,
});
const people = ['Sam Sender', 'Bob Miller', 'Carol Chen', 'Alice Berger', 'Alice Novak'].map(person);
const [sender, bob] = people;
const input = (text: string) => {
  if (sender === undefined || bob === undefined) throw new Error('No people.');
  const now = '2026-11-18T09:00:00.000Z';
  return {
    text,
    now,
    timeZone: 'Europe/Berlin',
    sender,
    directory: people,
    rooms: [],
    members: [bob],
    mentions: [],
  };
};

describe('understanding a sentence', () => {
  it('makes a request of length, people, time and topic', () => {
    const understood = understand(input('45 min with Bob and Carol next week about the Q3 budget'));
    expect(understood).toMatchObject({
      kind: 'request',
      request: {
        title: 'Q3 budget',
        durationMinutes: 45,
        attendees: [{ person: { displayName: 'Bob Miller' } }, { person: { displayName: 'Carol Chen' } }],
        windows: [{ start: '2026-11-22T23:00:00.000Z', end: '2026-11-27T23:00:00.000Z' }],
      },
      leftover: [],
    });
  });

  it('asks which of two people with one name is meant, and takes the choice', () => {
    const understood = understand(input('an hour with alice tomorrow'));
    if (understood.kind !== 'question') throw new Error(`Not a question but ${understood.kind}.`);
    const [question] = understood.questions;
    expect(question).toMatchObject({ field: 'attendees', code: 'ambiguousPerson', quoted: 'alice' });
    const draft = JSON.parse(JSON.stringify(understood.draft)) as typeof understood.draft;
    const value = question?.choices[1]?.value ?? '';
    expect(answerQuestion(draft, 'attendees', value)).toMatchObject({
      kind: 'request',
      request: { attendees: [{ person: { id: value } }], durationMinutes: 60 },
    });
  });
});

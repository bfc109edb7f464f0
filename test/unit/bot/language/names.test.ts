import { describe, expect, it } from 'vitest';
import { understand } from '../../../../bot/language/understand.ts';
import type { Person } from '../../../../workflows/domain/people/person.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';
import { inputOf } from './cast.ts';

const person = (displayName: string): Person => ({
  id: personId(displayName),
  displayName,
  mail: `${displayName.split(' ')[0] ?? ''}@contoso.com`,
});
const directory = ['Will Smith', 'May Lee', 'Robert Stone', 'José Díaz', 'Mark Long'].map(person);

function attendeesOf(text: string): string[] {
  const understood = understand({ ...inputOf(text), directory });
  return understood.kind === 'request'
    ? understood.request.attendees.map(({ person: { displayName } }) => displayName)
    : [];
}

describe('names', () => {
  it.each([
    ['Will you set up 30 min with Mark tomorrow?', ['Mark Long']],
    ['30 min with Will and May tomorrow', ['Will Smith', 'May Lee']],
    ['can we meet Mark in May?', ['Mark Long']],
    ['30 min with rob tomorrow', ['Robert Stone']],
    ['30 min with bobby tomorrow', ['Robert Stone']],
    ['30 min with jose tomorrow', ['José Díaz']],
    ['30 min with José Díaz tomorrow', ['José Díaz']],
    ["Mark can't do Mondays. 30 min with Mark next week", ['Mark Long']],
    ['30 min with Long, Mark tomorrow', ['Mark Long']],
  ])('%s', (text, names) => {
    expect(attendeesOf(text)).toEqual(names);
  });

  it('asks which of two is meant before anything else, and never guesses', () => {
    const twins = [...directory, { ...person('Mark Short'), mail: 'mark.short@contoso.com' }];
    const understood = understand({ ...inputOf('30 min with Mark tomorrow'), directory: twins });
    expect(understood).toMatchObject({
      kind: 'question',
      questions: [{ code: 'ambiguousPerson', quoted: 'Mark' }],
    });
  });

  it('takes a mention for the person mentioned, whatever the directory says', () => {
    const mentioned = person('Alice Novak');
    const understood = understand({
      ...inputOf('30 min with @Alice tomorrow'),
      mentions: [{ text: '@Alice', start: 12, person: mentioned }],
    });
    expect(understood).toMatchObject({ kind: 'request', request: { attendees: [{ person: mentioned }] } });
  });

  it('understands quickly against all that one question to the directory finds', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      person(`Ida Vance${'abcde'.charAt(index % 5)}${index}`),
    );
    const input = {
      ...inputOf('30 min with Robert and Idda tomorrow'),
      directory: [...directory, ...many.slice(0, 50)],
      nearby: many,
    };
    expect(understand(input)).toMatchObject({ kind: 'question', questions: [{ code: 'unknownPerson' }] });
    const times = Array.from({ length: 9 }, () => {
      const begun = performance.now();
      understand(input);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

import { inputRequired } from '@modelcontextprotocol/server';
import type { InputRequiredResult } from '@modelcontextprotocol/server';
import { whoIsMeant } from '../../workers/client/who-is-meant.ts';
import type { Person, PersonId } from '../../workflows/domain/people/person.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import type { Fields } from '../calls/served-operation.ts';

/** A name that may mean several people of the directory, and its place in the input. */
export interface AmbiguousName {
  /** Dotted, as in `attendees.0`. */
  readonly path: string;
  readonly text: string;
  readonly people: readonly Person[];
}

const peopleFields = [
  'attendees',
  'optionalAttendees',
  'people',
  'addAttendees',
  'addOptionalAttendees',
  'removeAttendees',
  'assignee',
] as const;

function names(input: Fields): readonly { readonly path: string; readonly text: string }[] {
  return peopleFields.flatMap((field) => {
    const value = input[field];
    if (typeof value === 'string') return [{ path: field, text: value }];
    if (!Array.isArray(value)) return [];
    return value.flatMap((text: unknown, index) =>
      typeof text === 'string' ? [{ path: `${field}.${index}`, text }] : [],
    );
  });
}

/** Looks for names in the input that mean more than one person, or nobody while others are called much like it. Rejects with `ServiceError`. */
export async function ambiguousNames(
  directory: Pick<Directory, 'lookUp'>,
  input: Fields,
  asker: PersonId | undefined,
): Promise<readonly AmbiguousName[]> {
  const said = names(input);
  const meant = await whoIsMeant(
    directory,
    said.map(({ text }) => text),
    asker,
  );
  return said.flatMap((name, index) => {
    const one = meant[index];
    const people = one?.kind === 'several' ? one.people : one?.kind === 'nobody' ? one.nearest : [];
    return people.length > 0 ? [{ ...name, people }] : [];
  });
}

/** Asks the client's person whom each name means; the question's name is the path. */
export function askWhichPerson(ambiguous: readonly AmbiguousName[]): InputRequiredResult {
  return inputRequired({
    inputRequests: Object.fromEntries(
      ambiguous.map(({ path, text, people }) => [
        path,
        inputRequired.elicit({
          message: `Which ${text} is meant?`,
          requestedSchema: {
            type: 'object',
            properties: {
              person: {
                type: 'string',
                title: text,
                oneOf: people.map(({ id, displayName, mail }) => ({
                  const: id,
                  title: `${displayName} (${mail})`,
                })),
              },
            },
            required: ['person'],
          },
        }),
      ]),
    ),
  });
}

function chosenPerson(response: unknown): string | undefined {
  if (typeof response !== 'object' || response === null) return undefined;
  if (!('action' in response) || response.action !== 'accept' || !('content' in response)) return undefined;
  const { content } = response;
  const chosen =
    typeof content === 'object' && content !== null && 'person' in content ? content.person : undefined;
  return typeof chosen === 'string' ? chosen : undefined;
}

/** The input with every answered question's choice in the place of the name. */
export function withChosenPeople(input: unknown, responses: Readonly<Record<string, unknown>>): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const changed: Record<string, unknown> = { ...input };
  for (const [path, response] of Object.entries(responses)) {
    const [field = '', index] = path.split('.');
    const chosen = chosenPerson(response);
    if (chosen === undefined || !peopleFields.some((name) => name === field)) continue;
    const value = changed[field];
    if (index === undefined) changed[field] = chosen;
    else if (Array.isArray(value)) changed[field] = value.toSpliced(Number(index), 1, chosen);
  }
  return changed;
}

import type { z } from 'zod';
import type { CommandName } from '../commands/commands.ts';

/** What a token must allow; OAuth scopes for people, app roles for agents. */
export const scopes = [
  'calendars.read',
  'meetings.read',
  'meetings.write',
  'meetings.respond',
  'tasks.read',
  'tasks.write',
  'notes.write',
] as const;

type Scope = (typeof scopes)[number];

type Toolset = 'meetings' | 'tasks' | 'notes';

/**
 * One thing that Assent can do, defined once: MCP tools, HTTP intents, the agent's functions and the documents
 * are all derived from this.
 */
export interface Operation<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> {
  /** The intent: `POST /intents/{name}`. */
  readonly name: string;
  /** The name of the MCP tool. */
  readonly tool: string;
  readonly toolset: Toolset;
  readonly title: string;
  readonly description: string;
  readonly scope: Scope;
  readonly input: Input;
  readonly output: Output;
  readonly readOnly: boolean;
  readonly destructive: boolean;
  /** Repeating it with the same `idem_key` or arguments changes nothing more. */
  readonly idempotent: boolean;
  /** Its end is people's answers: served as an MCP task. */
  readonly awaitsPeople: boolean;
  /** The command that it is, field for field; where it is none, it has a handler of its own. */
  readonly command?: CommandName;
}

export function operation<const Definition extends Operation>(definition: Definition): Definition {
  return definition;
}

import { cancel } from './cancel.ts';
import { changeAttendees } from './change-attendees.ts';
import { chooseSlots } from './choose-slots.ts';
import type { InputOf } from './command.ts';
import { confirm } from './confirm.ts';
import { edit } from './edit.ts';
import { remind } from './remind.ts';
import { reschedule } from './reschedule.ts';
import { respond } from './respond.ts';

/** Everything that people can tell a meeting to do, by the name of its update. */
export const commands = {
  respond,
  confirm,
  chooseSlots,
  reschedule,
  changeAttendees,
  edit,
  remind,
  cancel,
} as const;

export type CommandName = keyof typeof commands;

export type CommandInput<Name extends CommandName> = InputOf<(typeof commands)[Name]['schema']>;

export const commandNames = Object.keys(commands) as readonly CommandName[];

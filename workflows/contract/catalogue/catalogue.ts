import { cancel } from './cancel.ts';
import { change } from './change.ts';
import { confirm } from './confirm.ts';
import { edit } from './edit.ts';
import { findTimes } from './find-times.ts';
import { freeBusy } from './free-busy.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import { propose } from './propose.ts';
import { remind } from './remind.ts';
import { respond } from './respond.ts';

/** Everything that Assent can do, in the order in which tools are listed. */
export const catalogue = {
  findTimes,
  freeBusy,
  propose,
  get,
  list,
  respond,
  confirm,
  change,
  edit,
  remind,
  cancel,
} as const;

export type OperationKey = keyof typeof catalogue;

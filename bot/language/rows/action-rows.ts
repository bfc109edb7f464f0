import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { NamedPerson, RequestSense } from '../meaning/sense.ts';

/** Verbs of preparations, by their forms. */
const verbs: Readonly<Record<string, string>> = {
  'bring|brings': 'Bring',
  'prepare|prepares|preps|prep': 'Prepare',
  'print|prints': 'Print',
  'write|writes': 'Write',
  'draft|drafts': 'Draft',
  'collect|collects': 'Collect',
  'gather|gathers': 'Gather',
  'send|sends': 'Send',
  'share|shares': 'Share',
  'present|presents': 'Present',
  'update|updates': 'Update',
  'check|checks': 'Check',
  'compile|compiles': 'Compile',
  'summarize|summarizes|summarise|summarises': 'Summarize',
  'create|creates': 'Create',
  'make|makes': 'Make',
  'get|gets': 'Get',
  'finish|finishes': 'Finish',
  'read|reads': 'Read',
  'order|orders': 'Order',
};

/** Whether a word says what somebody is to do. */
export const isActionVerb = (word: string): boolean =>
  Object.keys(verbs).some((forms) => forms.split('|').includes(word));

function action(keep: string, person?: NamedPerson): RequestSense {
  return fact({ about: 'topic', field: 'action', keep, ...(person === undefined ? {} : { person }) });
}

const assigned: readonly RequestRule[] = Object.entries(verbs).flatMap(([forms, keep]) => [
  row(`and|, <person> ${presentOf(forms)}` as '<person>', (_, p) => action(keep, p.person)),
  row(`<person> ${presentOf(forms)}` as '<person>', (_, p) => action(keep, p.person)),
  row(`<person> should|will|must|has|needs|please to? ${forms}` as '<person>', (_, p) =>
    action(keep, p.person),
  ),
  row(`<person> to ${forms}` as '<person>', (_, p) => action(keep, p.person)),
  row(`i ' ll ${forms}`, (c) => action(keep, { name: 'me', candidates: [c.sender], self: true })),
  row(`i will|should|must ${forms}`, (c) => action(keep, { name: 'me', candidates: [c.sender], self: true })),
]);

/** "Bob brings"; "can Bob make Friday" asks for nothing to be made. */
function presentOf(forms: string): string {
  return forms
    .split('|')
    .filter((form) => form.endsWith('s'))
    .join('|');
}

/** What is to be done for the meeting, and by whom: tasks once it is confirmed. */
export const actionRows: readonly RequestRule[] = [
  ...assigned,
  row('prepare|preparation|preparations|prep|todo|todos|tasks|task|actions|action :', () => action('')),
  row('action items|points :?', () => action('')),
  row('to do :', () => action('')),
  row('to prepare :', () => action('')),
];

import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';

const title = (keep = ''): ReturnType<typeof fact> => fact({ about: 'topic', field: 'title', keep });
const agenda = (): ReturnType<typeof fact> => fact({ about: 'topic', field: 'agenda', keep: '' });

/** Words after which free text tells what the meeting is about. `keep` begins the title. */
export const topicRows: readonly RequestRule[] = [
  row('about|abt|regarding|re|concerning :?', () => title()),
  row('on the? topic|subject of :?', () => title()),
  row('to discuss|discussing', () => title()),
  row('and|where? we? discuss', () => title()),
  row('to talk|chat|speak about|through|over', () => title()),
  row('talk|chat|speak about|through', () => title()),
  row('to go|run|walk over|through|thru', () => title()),
  row('to look at|into', () => title()),
  row('to work on', () => title()),
  row('to catch up on', () => title()),
  row('title|subject|topic : "?', () => fact({ about: 'topic', field: 'title', keep: '', greedy: true })),
  row('title|subject|topic "', () => fact({ about: 'topic', field: 'title', keep: '', greedy: true })),
  row('called|titled|named|entitled :? "?', () => title()),
  row('call it "?', () => title()),
  row('to review', () => title('Review')),
  row('to plan', () => title('Plan')),
  row('to prepare|prep for?', () => title('Prepare')),
  row('to finalize|finalise', () => title('Finalize')),
  row('to finish', () => title('Finish')),
  row('to kick off', () => title('Kick off')),
  row('to decide on?', () => title('Decide')),
  row('to sync on', () => title()),
  row('to align on', () => title()),
  row('to brainstorm', () => title('Brainstorm')),
  row('agenda :', agenda),
  row('agenda is :?', agenda),
  row('with the agenda :?', agenda),
];

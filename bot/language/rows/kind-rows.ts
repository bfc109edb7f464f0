import type { RequestContext } from '../meaning/sense.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestSense } from '../meaning/sense.ts';

/** Kinds of meetings that name nothing by themselves: "a call". */
const weakKinds: readonly string[] = [
  'meeting|meetings|mtg|mtng|call|chat|sync|appointment|huddle|discussion|conversation|session|catchup|talk|slot|conference',
  'meetup|gathering|touchpoint|touchbase|thing|alignment|exchange|event',
  'intro|introduction|group|crit|critique|seminar|tutorial|lecture|supervision|rehearsal|webinar|checkpoint|pitch|forum|committee|roundtable|panel|clinic',
  'catch -? up',
  'meet - up',
  'get -? together',
  'sync -? up',
  'check -? in',
  'conference call',
  'video call',
];

/** Kinds of meetings that name it: "lunch", "a workshop". */
const strongKinds: readonly string[] = [
  'review|workshop|interview|retro|retrospective|standup|demo|brainstorm|brainstorming|training|onboarding',
  'kickoff|offsite|townhall|planning|debrief|walkthrough|prep|presentation|briefing|handover|refinement|grooming',
  'postmortem|hackathon|estimation|negotiation|consultation|appraisal|celebration|farewell|party|mentoring|coaching|pairing|syncup|feedback|inspection|showcase|roadshow|teardown|rundown|readout|orientation|induction',
  'coffee|tea|beer|beers|drinks|walk|lunch|breakfast|brunch|dinner|cake',
  'lunch and|&|+ learn',
  '1 to 1',
  'stand - up',
  'kick -? off',
  'follow -? up',
  'followup',
  'town hall',
  'all -? hands',
  'deep dive',
  'working session',
  'war room',
  'happy hour',
  'pair programming',
  'status update|call|meeting|check|sync',
  'run -? through',
  'walk - through',
  'dry run',
  'sign -? off',
  'open house',
  '1 : 1',
  '1 -? on -? 1',
  '1 - 1',
  'one -? on -? one',
  'one -? to -? one',
  'post -? mortem',
];

const named = (): RequestSense => weakFact({ about: 'ask', noun: 'strong' });
const kindOf = (): RequestSense => weakFact({ about: 'ask', noun: 'weak' });

/** "team sync": of the conversation's members, where nobody is named. */
function ofTheTeam({ members }: RequestContext): RequestSense {
  const among = members.map((person) => ({ name: person.displayName, candidates: [person] }));
  return weakFact({ about: 'ask', noun: 'strong', among });
}

/** "before her holidays", "after the standup": when that is, nobody here knows; the words are quoted back. */
const unknownTime = (): RequestSense => weakFact({ about: 'unsupported' });
const anchor = 'before|after|until|till|during|since|following';
const whose = 'my|our|his|her|their|your|the|this|that|a|an';

/** Kinds of meetings: "a design review"; weak ones name nothing by themselves. */
export const kindRows: readonly RequestRule[] = [
  ...weakKinds.map((words) => row(words, kindOf)),
  ...strongKinds.map((words) => row(words, named)),
  ...[...weakKinds, ...strongKinds].map((words) =>
    row(`team|group|department|squad|crew ${words}`, ofTheTeam),
  ),
  ...[...weakKinds, ...strongKinds].flatMap((words) => [
    row(`${anchor} ${words}`, unknownTime),
    row(`${anchor} ${whose} ${words}`, unknownTime),
  ]),
  row(`${anchor} ${whose} <stranger>`, unknownTime),
  row(`${anchor} ${whose} <stranger> <stranger>`, unknownTime),
  row(`${anchor} school|holidays|holiday|vacation|gym|class|classes`, unknownTime),
  row(
    `${anchor} ${whose} school|holidays|holiday|vacation|leave|trip|gym|training|class|classes|flight`,
    unknownTime,
  ),
  row(`${anchor} <person> ' s <stranger>`, unknownTime),
  row('not too late|early for|in them|her|him|me|us|everyone|the|day?', () => fact({ about: 'unsupported' })),
  row(
    "as soon as|once he|she|they|everyone|we|i|everybody '? s|is|are|re|m|am|has|have up|back|awake|here|there|in|out|away|done|finished|ready|free|landed|arrived",
    () => fact({ about: 'unsupported' }),
  ),
  row(
    "once|when|while he|she|they|everyone|we|i|everybody '? s|is|are|re|m|am|has|have up|back|awake|here|in|out|away|done|finished|ready|landed|arrived",
    () => fact({ about: 'unsupported' }),
  ),
  row(`${anchor} <person> ' s school|holidays|holiday|vacation|leave|trip|flight`, unknownTime),
  row(
    `${anchor} i|we|he|she|they|you leave|leaves|go|goes|come|comes|return|returns|fly|flies back|away|home|out|off?`,
    () => fact({ about: 'unsupported' }),
  ),
  row(`${anchor} <person> leaves|goes|comes|returns|flies back|away|home|out|off?`, () =>
    fact({ about: 'unsupported' }),
  ),
];

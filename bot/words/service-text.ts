import type { NamedMeeting } from '../../workflows/domain/meeting/named-meeting.ts';
import type { ServiceProblem } from '../../workflows/domain/meeting/service-problem.ts';
import { namesIn } from './names.ts';
import type { Words } from './words.ts';

/** What a service refused, as a sentence that begins with whom it concerns. */
export function serviceText(problem: ServiceProblem, meeting: NamedMeeting, words: Words): string {
  const { service, reason, people = [] } = problem;
  const names = namesIn(meeting, people, words);
  const sentence = words.troubles.service(service, reason);
  return names === undefined ? sentence : `${names.text}: ${sentence}`;
}

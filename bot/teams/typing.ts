import type { Place } from '../messenger/connector.ts';
import type { BotServices } from './bot-services.ts';

/** An answer that is there sooner needs no sign that it is coming. */
const patienceMs = 500;
/** Teams shows the sign for a few seconds (Bot Framework: activity type `typing`). */
const againMs = 4000;

/** Shows that an answer is being written until the function returned is called; one that is quick shows nothing. */
export function typeMeanwhile(
  { connector, log }: Pick<BotServices, 'connector' | 'log'>,
  place: Place,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const show = (): void => {
    timer = setTimeout(show, againMs);
    connector.send(place, { type: 'typing' }).catch((error: unknown) => {
      log.debug({ err: error }, 'the sign of typing was not sent');
    });
  };
  timer = setTimeout(show, patienceMs);
  return () => {
    clearTimeout(timer);
  };
}

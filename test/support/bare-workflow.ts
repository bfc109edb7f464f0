import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '1m' });

const touch = defineUpdate<number, [number]>('touch');

/**
 * As many updates with validators and activities as a meeting has, one timer, and nothing else: what Temporal costs. Two
 * activities come before the updates and two after them, the others one by one beside them.
 */
export async function bare(input: {
  readonly updates: number;
  /** At least four, at most four more than there are updates. */
  readonly activities: number;
}): Promise<void> {
  let touched = 0;
  setHandler(
    touch,
    (number) => {
      touched += number;
      return touched;
    },
    {
      validator: (number) => {
        if (number !== 1) throw new Error('one at a time');
      },
    },
  );
  await nothing();
  await nothing();
  const teller = async (): Promise<void> => {
    for (let told = 0; told < input.activities - 4; told += 1) {
      await condition(() => touched > told);
      await nothing();
    }
  };
  const telling = teller();
  await condition(() => touched === input.updates, '1h');
  await telling;
  await nothing();
  await nothing();
  await condition(allHandlersFinished);
}

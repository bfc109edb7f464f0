import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '1m' });

const touch = defineUpdate<number, [number]>('touch');

/** As many updates with validators and activities as a meeting has, one timer, and nothing else: what Temporal costs. */
export async function bare(input: { readonly updates: number }): Promise<void> {
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
  let told = 0;
  const teller = async (): Promise<void> => {
    while (told < input.updates - 1) {
      await condition(() => touched > told);
      told = touched;
      if (told < input.updates) await nothing();
    }
  };
  const telling = teller();
  await condition(() => touched === input.updates, '1h');
  await telling;
  await nothing();
  await nothing();
  await condition(allHandlersFinished);
}

import { setTimeout as pause } from 'node:timers/promises';

export { pause };

/** Repeats a check until it passes; its last failure is thrown when it does not within five seconds. */
export async function eventually(check: () => unknown): Promise<void> {
  const end = Date.now() + 5000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(10);
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises';

export { pause };

/** Repeats a check until it passes; its last failure is thrown when it does not within twenty seconds. */
export async function eventually(check: () => unknown): Promise<void> {
  const end = Date.now() + 20_000;
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

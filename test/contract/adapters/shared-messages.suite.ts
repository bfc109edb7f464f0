import { describe, expect, it } from 'vitest';

import { inProcesses, unique } from './shared-processes.ts';
import type { Subject } from './shared-processes.ts';
import { eventually } from './waiting.ts';

export function describeMessages(name: string, subject: Subject): void {
  describe('messages', () => {
    it('reach every listener of the channel, in order, and nobody else', async () => {
      const channel = unique();
      const [one, two, other]: string[][] = [[], [], []];
      const ends = [
        await subject().state.pubSub.subscribe(channel, (message) => one?.push(message)),
        await subject().state.pubSub.subscribe(channel, (message) => two?.push(message)),
        await subject().state.pubSub.subscribe(`${channel}x`, (message) => other?.push(message)),
      ];
      for (let n = 0; n < 50; n += 1) await subject().state.pubSub.publish(channel, String(n));
      const all = Array.from({ length: 50 }, (_, n) => String(n));
      await eventually(() => {
        expect([one, two]).toEqual([all, all]);
      });
      await ends[0]?.();
      await subject().state.pubSub.publish(channel, 'late');
      await eventually(() => {
        expect(two).toHaveLength(51);
      });
      expect([one?.length, other]).toEqual([50, []]);
      for (const end of ends) await end();
    });

    it('keep their order when a listener publishes, and come to all when one throws', async () => {
      const channel = unique();
      const heard: string[] = [];
      const ends = [
        await subject().state.pubSub.subscribe(channel, () => {
          throw new Error('A listener fails.');
        }),
        await subject().state.pubSub.subscribe(channel, (message) => {
          heard.push(message);
          if (message.length < 4) void subject().state.pubSub.publish(channel, `${message}x`);
        }),
      ];
      await subject().state.pubSub.publish(channel, 'x');
      await eventually(() => {
        expect(heard).toEqual(['x', 'xx', 'xxx', 'xxxx']);
      });
      for (const end of ends) await end();
    });

    it('do not include what was sent before listening began', async () => {
      const channel = unique();
      await subject().state.pubSub.publish(channel, 'early');
      const heard: string[] = [];
      const end = await subject().state.pubSub.subscribe(channel, (message) => heard.push(message));
      await subject().state.pubSub.publish(channel, 'now');
      await eventually(() => {
        expect(heard).toEqual(['now']);
      });
      await end();
    });

    it('cross processes with p95 below 150 ms', async () => {
      const channel = unique();
      const delays: number[] = [];
      const end = await subject().state.pubSub.subscribe(channel, (message) => {
        delays.push(Date.now() - Number(message));
      });
      await inProcesses(subject().address, [{ kind: 'publishTimes', channel, times: 60, everyMs: 10 }]);
      await eventually(() => {
        expect(delays).toHaveLength(60);
      });
      await end();
      delays.sort((a, b) => a - b);
      const [p50, p95] = [delays[29] ?? NaN, delays[56] ?? NaN];
      console.log(`${name}: publish to subscriber in another process p50 ${p50} ms, p95 ${p95} ms`);
      expect(p95).toBeLessThan(150);
    });
  });
}

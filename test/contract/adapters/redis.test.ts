import { describe, expect, it } from 'vitest';

import { openRedisShared } from '../../../workers/adapters/redis/shared.ts';
import { howToGetRedis, redisServerIsInstalled, startRedisServer } from '../../support/redis-server.ts';
import { describeSharedState } from './shared-state.suite.ts';
import { eventually } from './waiting.ts';

if (redisServerIsInstalled) {
  describeSharedState('the shared state in Redis', async () => {
    const server = await startRedisServer();
    const state = await openRedisShared({
      url: server.url,
      namespace: 'test',
      onError: () => undefined,
    });
    return {
      address: { kind: 'redis', url: server.url },
      state: {
        ...state,
        close: async () => {
          await state.close();
          await server.stop();
        },
      },
    };
  });

  describe('the shared state in Redis', () => {
    it('goes on after the server was killed, with its subscriptions and its scripts', async () => {
      const server = await startRedisServer();
      const state = await openRedisShared({
        url: server.url,
        namespace: 'test',
        onError: () => undefined,
      });
      try {
        const heard: string[] = [];
        await state.pubSub.subscribe('news', (message) => heard.push(message));
        await state.store.set('key', 'before');
        await server.restart();
        await state.store.set('key', 'after');
        expect(await state.store.get('key')).toBe('after');
        await eventually(async () => {
          await state.pubSub.publish('news', 'again');
          expect(heard).toContain('again');
        });
      } finally {
        await state.close();
        await server.stop();
      }
    });
  });
} else {
  describe('the shared state in Redis', () => {
    it.skipIf(process.env['CI'] !== 'true')(howToGetRedis, () => {
      expect(redisServerIsInstalled, howToGetRedis).toBe(true);
    });
  });
}

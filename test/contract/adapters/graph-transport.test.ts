import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { GraphAnswer } from '../../../workers/adapters/graph/transport/graph-request.ts';
import { pause } from './waiting.ts';
import { startGraphLikeServer } from './graph-like-server.ts';

let server: Awaited<ReturnType<typeof startGraphLikeServer>>;
afterEach(() => server.close());

const get = (): Promise<GraphAnswer> => server.graph.answer({ method: 'GET', path: '/users/a?$select=id' });

describe('requests to Graph', () => {
  it('carry the token over http too, ask for immutable ids and UTC, and keep their query', async () => {
    server = await startGraphLikeServer(() => ({ id: 'a' }));
    expect(await get()).toMatchObject({ status: 200, body: { id: 'a' } });
    expect(server.heard[0]).toMatchObject({
      method: 'GET',
      path: '/users/a?$select=id',
      headers: {
        authorization: 'Bearer the-token',
        prefer: 'IdType="ImmutableId", outlook.timezone="UTC"',
      },
    });
  });

  it('ask for a fresh token once when the service refuses the last', async () => {
    let minted = 0;
    server = await startGraphLikeServer(
      ({ headers }, response) => {
        if (headers.authorization !== 'Bearer token-2') response.statusCode = 401;
        return {};
      },
      {
        tokenSource: {
          token: (wish) => Promise.resolve(`token-${wish?.fresh === true ? (minted += 2) : 1}`),
        },
      },
    );
    expect((await get()).status).toBe(200);
    await expect(get()).rejects.toMatchObject({ reason: 'forbidden' });
    expect(server.heard).toHaveLength(4);
  });

  it.each([
    [
      'a cut connection',
      'unavailable',
      (response: { destroy(): void }) => {
        response.destroy();
      },
    ],
    [
      'an answer that ends in the middle',
      'unavailable',
      (response: { end(text: string): void }) => {
        response.end('{"value": [');
      },
    ],
  ])('read %s as %s', async (_, reason, act) => {
    server = await startGraphLikeServer((_request, response) => {
      act(response);
    });
    await expect(get()).rejects.toMatchObject({ reason });
  });

  it.each([
    [400, 'invalid'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [412, 'conflict'],
    [423, 'unavailable'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
  ])('read a %i as %s', async (status, reason) => {
    server = await startGraphLikeServer((_request, response) => {
      response.statusCode = status;
      return { error: { code: 'x', message: 'Because.' } };
    });
    await expect(server.graph.send({ method: 'GET', path: '/x' }, z.unknown())).rejects.toMatchObject({
      reason,
      service: 'microsoft365',
    });
  });

  it('are never more than four at a time in one mailbox, single ones and parts of batches together', async () => {
    let inMailbox = 0;
    let most = 0;
    server = await startGraphLikeServer(async ({ path, body }) => {
      const parts = path === '/$batch' ? (body as { requests: { id: string }[] }).requests : [{ id: '0' }];
      inMailbox += parts.length;
      most = Math.max(most, inMailbox);
      await pause(15);
      inMailbox -= parts.length;
      return { responses: parts.map(({ id }) => ({ id, status: 200 })) };
    });
    const request = { method: 'GET', path: '/users/a/events' } as const;
    await Promise.all([
      ...Array.from({ length: 9 }, () => server.graph.answer(request)),
      ...Array.from({ length: 3 }, (_, n) =>
        server.graph.batch(Array.from({ length: n + 2 }, () => request)),
      ),
    ]);
    expect(most).toBe(4);
  });

  it('follow the links between pages', async () => {
    server = await startGraphLikeServer(({ path, headers }) =>
      path.includes('page=2')
        ? { value: [{ id: 'b' }] }
        : {
            value: [{ id: 'a' }],
            '@odata.nextLink': `http://${headers.host ?? ''}/v1.0/users?$top=1&page=2`,
          },
    );
    expect(await server.graph.list('/users?$top=1', z.object({ id: z.string() }))).toEqual([
      { id: 'a' },
      { id: 'b' },
    ]);
    expect(server.heard.map(({ path }) => path)).toEqual(['/users?$top=1', '/users?$top=1&page=2']);
  });

  it('tell an answer of another form as invalid', async () => {
    server = await startGraphLikeServer(() => ({ value: 'text' }));
    await expect(server.graph.list('/users', z.unknown())).rejects.toMatchObject({ reason: 'invalid' });
  });
});

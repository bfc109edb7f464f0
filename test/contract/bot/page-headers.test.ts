import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotWorld } from './bot-world.ts';
import { openBotWorld } from './bot-world.ts';

describe('every page of ours', () => {
  let bot: BotWorld;
  beforeAll(async () => {
    bot = await openBotWorld();
  });
  afterAll(() => bot.close());

  it.each(['/privacy', '/terms', '/answer/changed-on-the-way'])(
    '%s loads nothing, runs nothing, is shown in no frame and stored nowhere',
    async (url) => {
      const { headers, body } = await bot.bot.host.inject({ url });
      const style = /<style>([^]*?)<\/style>/.exec(body)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(String(headers['content-security-policy']).split(';')).toEqual([
        "default-src 'none'",
        `style-src 'sha256-${hash}'`,
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-robots-tag': 'noindex',
      });
    },
  );

  it('an address that is no page is as strict', async () => {
    const { statusCode, headers } = await bot.bot.host.inject({ url: '/nothing' });
    expect(statusCode).toBe(404);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

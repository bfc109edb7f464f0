import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, cardsByLanguage, languages, widths } from '../../cards/gallery.ts';
import { serveGallery } from '../../cards/serve-gallery.ts';
import { openBrowser, whyNoBrowser } from '../../support/teams-browser.ts';

if (whyNoBrowser !== undefined) console.warn(whyNoBrowser);

describe.skipIf(whyNoBrowser !== undefined)('`npm run cards`', () => {
  let gallery: Awaited<ReturnType<typeof serveGallery>>;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    gallery = await serveGallery(0);
    browser = await openBrowser({ width: 1300, height: 900 });
    page = await browser.context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  });
  afterAll(async () => {
    await browser.close();
    await gallery.close();
  });

  for (const language of languages)
    for (const theme of ['light', 'dark'] as const)
      it.each(['phone', 'desktop'] as const)(
        `shows every card of ${language}, ${theme}, on a %s, whole and without an error`,
        async (width) => {
          errors.length = 0;
          await page.goto(new URL(addressOf({ language, theme, width }), gallery.url).href);
          const frames = page.frames().slice(1);
          expect(frames).toHaveLength(Object.keys(cardsByLanguage[language]).length);
          for (const frame of frames) {
            await frame.waitForLoadState();
            expect(await frame.locator('.ac-adaptiveCard').count()).toBe(1);
            expect(await frame.evaluate<number>('innerWidth')).toBe(widths[width]);
            const hidden = () => frame.evaluate<number>('document.body.offsetHeight - innerHeight');
            await expect.poll(hidden).toBeLessThanOrEqual(0);
          }
          expect(errors).toEqual([]);
        },
      );

  it('leads from one language, theme and width to the others', async () => {
    await page.goto(gallery.url);
    await page.getByRole('link', { name: 'dark' }).click();
    await page.getByRole('link', { name: 'phone' }).click();
    expect(new URL(page.url()).searchParams.get('theme')).toBe('dark');
    expect(new URL(page.url()).searchParams.get('width')).toBe('phone');
  });

  it('answers 404 for a card that is not there', async () => {
    const { status } = await fetch(new URL('/card?name=nonsense', gallery.url));
    expect(status).toBe(404);
  });
});

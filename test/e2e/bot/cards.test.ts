import { mkdirSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cardPage } from '../../support/card-page.ts';
import { everyCardIn } from '../../support/every-card.ts';
import { openBrowser, whyNoBrowser } from '../../support/teams-browser.ts';

if (whyNoBrowser !== undefined) console.warn(whyNoBrowser);

const german = Object.entries(everyCardIn('de-DE')).map(
  ([name, card]) => [`${name} (German)`, card] as const,
);
/** Every kind of card, in each language. */
const everyCard = { ...everyCardIn('en-US'), ...Object.fromEntries(german) };

const output = 'test/output/cards';
/** A small phone, and a chat in a desktop window of Teams. */
const widths = { phone: 320, desktop: 600 } as const;
const maxForms = 12;

async function problems(page: Page): Promise<readonly string[]> {
  return await page.evaluate<string[]>('problems()');
}

/** Opens the forms of a card one after the other, those inside a form before its neighbours. */
async function openNextForm(page: Page): Promise<string | undefined> {
  return await page.evaluate<string | undefined>(`(() => {
    const next = [...document.querySelectorAll('button[aria-expanded]')]
      .filter((button) => button.checkVisibility() && button.dataset.tried === undefined).at(-1);
    if (next === undefined) return undefined;
    next.dataset.tried = 'yes';
    if (next.getAttribute('aria-expanded') !== 'true') next.click();
    return next.textContent;
  })()`);
}

/** Everything that is wrong with the card as it comes and with each of its forms open, with pictures of all. */
async function look(page: Page, file: string): Promise<readonly string[]> {
  const found = [...(await problems(page))];
  await page.locator('#card').screenshot({ path: `${output}/${file}.png` });
  for (let form = 1; form <= maxForms; form += 1) {
    const title = await openNextForm(page);
    if (title === undefined) return found;
    found.push(...(await problems(page)).map((problem) => `${title}: ${problem}`));
    await page.locator('#card').screenshot({ path: `${output}/${file}-form-${form}.png` });
  }
  return [...found, `more than ${maxForms} forms`];
}

describe.skipIf(whyNoBrowser !== undefined)('every card in Microsoft’s renderer', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(output, { recursive: true });
    browser = await openBrowser({ width: 600, height: 900 });
    page = await browser.context.newPage();
  });
  afterAll(async () => {
    await browser.close();
  });

  for (const theme of ['light', 'dark'] as const)
    for (const width of ['phone', 'desktop'] as const)
      it.each(Object.entries(everyCard))(
        `%s: nothing is cut off or hard to read, ${theme}, on a ${width}`,
        async (name, card) => {
          await page.setViewportSize({ width: widths[width], height: 900 });
          await page.setContent(cardPage(card, theme));
          const found = await look(page, `${name.replaceAll(' ', '-')}-${theme}-${width}`);
          expect(found).toEqual([]);
        },
      );

  it('sees text that is cut off, faint or wider than the phone, and inputs of one name', async () => {
    await page.setViewportSize({ width: widths.phone, height: 900 });
    const text = (words: string, more: object) => ({ type: 'TextBlock', text: words, ...more });
    const bad = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        text('On one line whatever happens, and so it ends in an ellipsis', { wrap: false }),
        { type: 'Input.Text', id: 'same', label: 'One' },
        { type: 'Input.Text', id: 'same', label: 'Two' },
        { type: 'Nonsense' },
      ],
    };
    await page.setContent(cardPage(bad, 'light'));
    const found = await problems(page);
    expect(found.join('\n')).toMatch(/ends in an ellipsis/);
    expect(found.join('\n')).toMatch(/Duplicate Id "same"/);
    expect(found.join('\n')).toMatch(/Unknown element type "Nonsense"/);
    await page.addStyleTag({ content: '.ac-textBlock{color:#ccc !important}' });
    const worse = await problems(page);
    expect(worse.join('\n')).toMatch(/contrast 1\.\d+/);
    expect(worse.join('\n')).toMatch(/runs out of the card: "On one line/);
  });
});

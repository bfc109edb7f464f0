import { mkdirSync, readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openBrowser, whyNoBrowser } from '../../support/teams-browser.ts';
import { cardSamplesIn } from './card-samples.ts';

if (whyNoBrowser !== undefined) console.warn(whyNoBrowser);

const renderer = readFileSync('node_modules/adaptivecards/dist/adaptivecards.min.js', 'utf8');
const english = cardSamplesIn('en-US');
const german = Object.entries(cardSamplesIn('de-DE')).map(
  ([name, card]) => [`${name} (German)`, card] as const,
);
/** Every kind of card, in each language. */
const cardSamples = { ...english, ...Object.fromEntries(german) };

const output = 'test/output/cards';
const themes = { light: ['#ffffff', '#242424'], dark: ['#1f1f1f', '#ffffff'] } as const;
/** The inner width of a card on a phone and in a desktop window of Teams. */
const widths = { phone: 300, desktop: 480 } as const;
/** What Teams takes at most in a message, with its cards. */
const maxBytes = 100_000;

/** Runs in the page: renders, opens what can be opened, and tells what is wrong. Buttons wrap as they do in Teams. */
const renderInPage = `(json, color) => {
  const colors = { default: { default: color, subtle: color } };
  const styles = ['default', 'emphasis', 'good', 'warning', 'attention', 'accent'];
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({
    supportsInteractivity: true,
    fontFamily: 'sans-serif',
    containerStyles: Object.fromEntries(styles.map((name) => [name, { foregroundColors: colors }])),
  });
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  card.parse(json, context);
  const place = document.querySelector('#card');
  place.append(card.render());
  for (const button of document.querySelectorAll('[aria-expanded="false"]')) button.click();
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const edge = place.getBoundingClientRect().right;
  const cut = [...document.querySelectorAll('#card *')]
    .filter((element) => element.children.length === 0 && element.textContent.trim() !== '')
    .filter((element) => element.getBoundingClientRect().right > edge + 1)
    .map((element) => 'cut off: ' + element.textContent.slice(0, 60));
  return [...events, ...cut];
}`;

function pageStyle(theme: keyof typeof themes, width: number): string {
  return `*{box-sizing:border-box}body{margin:0;padding:8px;background:${themes[theme][0]};width:${width + 16}px}
#card{width:${width}px}.ac-textBlock,.ac-richTextBlock{overflow-wrap:anywhere}.ac-actionSet{flex-wrap:wrap}`;
}

/** Renders a card with Microsoft's own renderer; gives what its reader finds wrong, and texts that are cut off. */
async function render(
  page: Page,
  card: unknown,
  theme: keyof typeof themes,
  width: number,
): Promise<unknown> {
  await page.setContent(`<style>${pageStyle(theme, width)}</style><div id="card"></div>`);
  await page.addScriptTag({ content: renderer });
  return await page.evaluate(
    `(${renderInPage})(${JSON.stringify(card)}, ${JSON.stringify(themes[theme][1])})`,
  );
}

describe.skipIf(whyNoBrowser !== undefined)('cards in Microsoft’s renderer', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(output, { recursive: true });
    browser = await openBrowser({ width: 520, height: 900 });
    page = await browser.context.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  it.each(Object.keys(cardSamples))('"%s" is valid, and complete in both themes and widths', async (name) => {
    for (const theme of ['light', 'dark'] as const) {
      for (const width of ['phone', 'desktop'] as const) {
        expect(await render(page, cardSamples[name], theme, widths[width])).toEqual([]);
        const file = `${output}/${name.replaceAll(' ', '-')}-${theme}-${width}.png`;
        await page.locator('body').screenshot({ path: file });
      }
    }
  });
});

describe('every card', () => {
  it.each(Object.entries(cardSamples))(
    '"%s" has words where it cannot be shown, and fits a message',
    (_name, card) => {
      expect(card.version).toBe('1.5');
      expect(card.fallbackText.trim()).not.toBe('');
      expect(JSON.stringify(card).length).toBeLessThan(maxBytes);
      // Teams shows six actions at most.
      expect(card.actions?.length ?? 0).toBeLessThanOrEqual(6);
    },
  );

  it.each(Object.entries(cardSamples))(
    '"%s" has no two inputs of one name beside each other',
    (_name, card) => {
      const shown = card.body.filter(({ type }) => type.startsWith('Input.'));
      const ids = shown.map((input) => ('id' in input ? input.id : ''));
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('says as of when it is where the meeting cannot be asked', () => {
    expect(cardSamples['as last published']?.fallbackText).toMatch(
      /^As of \w{3}, .*: anything newer can’t be shown just now\./,
    );
  });

  it('never shows what people wrote as Markdown', () => {
    for (const card of Object.values(cardSamples)) {
      JSON.parse(JSON.stringify(card), (_key, value: unknown) => {
        if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'TextBlock') {
          expect(JSON.stringify(value)).not.toMatch(/evil|\*\*|\]\(/);
        }
        return value;
      });
    }
  });
});

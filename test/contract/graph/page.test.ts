import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyPlanId } from '../../../infra/graph-emulator/seed.ts';
import { startTestGraphEmulator, type TestGraphEmulator } from '../../support/graph-emulator.ts';
import { textAt } from '../../support/graph-json.ts';
import { openBrowser, whyNoBrowser } from '../../support/teams-browser.ts';

describe('the week that the page opens on', () => {
  let now = new Date();
  let graph: TestGraphEmulator;
  beforeAll(async () => {
    graph = await startTestGraphEmulator({ now: () => now });
  });
  afterAll(() => graph.close());

  const openedAt = async (moment: string, query = ''): Promise<string> => {
    now = new Date(moment);
    return textAt(await (await fetch(`${graph.url}/_emulator/state${query}`)).json(), 'monday');
  };

  it.each([
    ['Monday', '2026-03-02T00:00:00Z', '2026-03-02'],
    ['Friday night', '2026-03-06T23:59:59Z', '2026-03-02'],
    ['Saturday', '2026-03-07T00:00:00Z', '2026-03-09'],
    ['Sunday night', '2026-03-08T23:59:59Z', '2026-03-09'],
  ])('on %s (%s) begins with %s', async (_day, moment, monday) => {
    expect(await openedAt(moment)).toBe(monday);
  });

  it('is the one that was asked for, on a weekend too', async () => {
    expect(await openedAt('2026-03-07T12:00:00Z', '?week=2026-03-07')).toBe('2026-03-02');
  });
});

it('the page runs its own script alone, and is shown in no frame', async () => {
  const graph = await startTestGraphEmulator();
  const { headers } = await fetch(graph.url);
  await graph.close();
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none';script-src 'sha256-[^']+';/);
  expect(headers.get('x-frame-options')).toBe('DENY');
});

describe.skipIf(whyNoBrowser !== undefined)('the live page in a browser', () => {
  let graph: TestGraphEmulator;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    graph = await startTestGraphEmulator();
    browser = await openBrowser({ width: 1280, height: 900 });
  });
  afterAll(async () => {
    await browser.close();
    await graph.close();
  });

  it('shows tasks as they are created, in a bucket and in none, with nothing cut off at the right', async () => {
    const page = await browser.context.newPage();
    await page.goto(graph.url);
    const buckets = page.locator('.bucket');
    await expect.poll(() => buckets.locator('h3').allTextContents()).toHaveLength(3);
    const { body } = await graph.call('GET', `/planner/plans/${companyPlanId}/buckets`);
    const task = { planId: companyPlanId, title: 'Answer: design review' };
    await graph.call('POST', '/planner/tasks', {
      body: { ...task, bucketId: textAt(body, 'value', 0, 'id') },
    });
    await graph.call('POST', '/planner/tasks', { body: task });
    await expect
      .poll(async () =>
        (await buckets.locator('h3').allTextContents()).filter((name) => name.endsWith(' · 1')),
      )
      .toHaveLength(2);
    const right = (selector: string) =>
      page.evaluate<number[]>(
        `[...document.querySelectorAll('${selector}')].map((element) => element.getBoundingClientRect().right)`,
      );
    const [board] = await right('.board');
    const ends = await right('.bucket');
    expect(ends).toHaveLength(4);
    expect(Math.max(...ends)).toBeLessThanOrEqual(board ?? 0);
  });

  it('leaves what did not change in its place when something else does', async () => {
    const page = await browser.context.newPage();
    await page.goto(graph.url);
    const total = page.locator('#total');
    await expect.poll(() => total.textContent()).toMatch(/\d/);
    const before = await total.textContent();
    const parts = ['#people tr', '#plans .bucket', '#mails p'];
    for (const part of parts)
      await page.evaluate(`document.querySelector('${part}').setAttribute('data-seen', 'before')`);
    await graph.call('GET', `/planner/plans/${companyPlanId}/buckets`);
    await expect.poll(() => total.textContent()).not.toBe(before);
    for (const part of parts)
      expect(await page.locator(part).first().getAttribute('data-seen'), part).toBe('before');
  });
});

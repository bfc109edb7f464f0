import { mkdirSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signLink } from '../../../infra/runtime/signed-link.ts';
import type { MeetingRequest } from '../../../workflows/domain/meeting/request.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { slotKey } from '../../../workflows/domain/time/slot.ts';
import type { BotWorld } from '../../contract/bot/bot-world.ts';
import { linkSecret, openBotWorld } from '../../contract/bot/bot-world.ts';
import { aRequest, asPerson, dayFromNow, required, someone, valueOf } from '../../support/meeting-world.ts';
import { openBrowser, whyNoBrowser } from '../../support/teams-browser.ts';

if (whyNoBrowser !== undefined) console.warn(whyNoBrowser);

const output = 'test/output/answer-page';
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } } as const;
const [alice, carol, dan, eve] = [someone('alice'), someone('carol'), someone('dan'), someone('eve')];
const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();

describe.skipIf(whyNoBrowser !== undefined)('the page behind the link in a mail, in a browser', () => {
  let bot: BotWorld;
  let origin: string;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  const complaints: string[] = [];
  let asked = 0;

  beforeAll(async () => {
    mkdirSync(output, { recursive: true });
    // One after the other: without a browser no server is left behind.
    browser = await openBrowser(sizes.phone);
    bot = await openBotWorld();
    origin = await bot.bot.host.listen({ host: '127.0.0.1', port: 0 });
    page = await browser.context.newPage();
    page.on('console', (message) => {
      // A refusal is an answer with an error status, which the browser notes; everything else is a defect.
      if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await bot.close();
  });

  /** A meeting with two times to choose from, that waits for Carol and Dan, whom only mail reaches. */
  async function open(given: Partial<Omit<MeetingRequest, 'policy'>> = {}): Promise<MeetingView> {
    asked += 1;
    const window = dayFromNow(3 + asked, 10, 6);
    const request = aRequest(alice, [required(carol), required(dan)], window, { slotCount: 2, ...given });
    const { meetings } = bot.world;
    const { meetingId } = valueOf(
      await meetings.propose(asPerson(alice), { request, idempotencyKey: `browser-${asked}` }),
    );
    return await bot.world.until(
      meetingId,
      ({ status, attendees }) =>
        status === 'proposed' && attendees.every(({ reachedBy }) => reachedBy !== undefined),
    );
  }

  function linkFor(view: MeetingView, person: Person, expiresAt = inAWeek): string {
    const claims = { meetingId: view.meetingId, personId: person.id, expiresAt };
    return `${origin}/answer/${signLink(linkSecret, claims)}`;
  }

  async function now(view: MeetingView): Promise<MeetingView> {
    return valueOf(await bot.world.meetings.get(asPerson(alice), view));
  }

  async function approvals(view: MeetingView): Promise<readonly string[]> {
    return (await now(view)).attendees.map(({ approval }) => approval);
  }

  async function choose(on: Page, ...votes: readonly string[]): Promise<void> {
    for (const [index, vote] of votes.entries())
      await on.locator('fieldset.choices').nth(index).getByLabel(vote, { exact: true }).check();
  }

  async function sendForm(on: Page): Promise<number | undefined> {
    const [response] = await Promise.all([
      on.waitForResponse((answer) => answer.request().method() === 'GET' || answer.status() >= 400),
      on.getByRole('button', { name: 'Send my answer' }).click(),
    ]);
    await on.waitForLoadState();
    return response.status();
  }

  /** Pictures at both widths, and what is cut off or too small for a finger at either. */
  async function shoot(name: string): Promise<void> {
    const problems: string[] = [];
    for (const [width, size] of Object.entries(sizes)) {
      await page.setViewportSize(size);
      await page.screenshot({ path: `${output}/${name}-${width}.png`, fullPage: true });
      const found = await page.evaluate<string[]>(`(() => {
        const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
        const small = [...document.querySelectorAll('label,button,textarea,input[type=date],input[type=time]')]
          .filter((one) => one.getBoundingClientRect().height < 24)
          .map((one) => 'too small for a finger: ' + one.outerHTML);
        return [...(wide ? ['wider than the window'] : []), ...small];
      })()`);
      problems.push(...found.map((problem) => `${name} at ${width} width: ${problem}`));
    }
    expect(problems).toEqual([]);
  }

  it('takes an answer, shows it, and takes another that changes it', async () => {
    const view = await open({ title: 'Quarterly budget with everybody', agenda: 'The figures of Q3.' });
    await page.goto(linkFor(view, carol));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(view.title);
    await shoot('asked');

    await choose(page, 'Yes', 'If need be');
    await page.getByLabel('Comment').fill('Gern, aber <b>pünktlich</b>');
    expect(await sendForm(page)).toBe(200);
    expect(await page.getByRole('status').textContent()).toContain('your answer is recorded');
    expect(await approvals(view)).toEqual(['approved', 'pending']);
    await shoot('answered');

    await page.reload();
    const [first, second] = [
      page.locator('fieldset.choices').first(),
      page.locator('fieldset.choices').last(),
    ];
    expect(await first.getByLabel('Yes', { exact: true }).isChecked()).toBe(true);
    expect(await second.getByLabel('If need be').isChecked()).toBe(true);

    expect(await page.getByLabel('Comment').inputValue()).toBe('Gern, aber <b>pünktlich</b>');

    await choose(page, 'No', 'Yes');
    expect(await sendForm(page)).toBe(200);
    await shoot('changed');
    expect(await first.getByLabel('No', { exact: true }).isChecked()).toBe(true);
    expect((await now(view)).attendees[0]?.ballot?.answers).toEqual(
      Object.fromEntries(
        view.proposal?.slots.map((slot, index) => [slotKey(slot), ['no', 'yes'][index]]) ?? [],
      ),
    );
  });

  it('tells people who say no to everything that the times which follow are new', async () => {
    const view = await open();
    await page.goto(linkFor(view, carol));
    await choose(page, 'No', 'No');
    expect(await sendForm(page)).toBe(200);
    await bot.world.until(
      view.meetingId,
      ({ status, proposal }) => status === 'proposed' && proposal?.round === 2,
    );
    await page.reload();
    expect(await page.getByRole('status').textContent()).toContain('These times are new');
    expect(await page.locator('input:checked').count()).toBe(0);
    await shoot('new-times');
  });

  it('sends nothing before every time has an answer, and keeps what was typed beside half a counter-proposal', async () => {
    const view = await open();
    await page.goto(linkFor(view, carol));
    await choose(page, 'Yes');
    await page.getByRole('button', { name: 'Send my answer' }).click();
    expect(await page.locator('input:invalid').count()).toBeGreaterThan(0);
    expect(await approvals(view)).toEqual(['pending', 'pending']);

    await choose(page, 'Yes', 'Yes');
    await page.getByLabel('Day').fill('2099-01-05');
    await page.getByLabel('Comment').fill('"Rather" in <January>');
    expect(await sendForm(page)).toBe(400);
    expect(await page.getByRole('alert').textContent()).toContain('both the day and the start');
    expect(await page.locator('input:checked').count()).toBe(2);
    expect(await page.getByLabel('Day').inputValue()).toBe('2099-01-05');
    expect(await page.getByLabel('Comment').inputValue()).toBe('"Rather" in <January>');
    await shoot('half-a-time');
    expect(await approvals(view)).toEqual(['pending', 'pending']);
  });

  it('says that a link is over, or was changed on the way, and offers no form', async () => {
    const view = await open();
    const expired = await page.goto(linkFor(view, carol, '2020-01-01T00:00:00.000Z'));
    expect([expired?.status(), await page.title()]).toEqual([410, 'This link has expired']);
    await shoot('expired');
    expect(await page.locator('form').count()).toBe(0);

    const [payload = '', signature = ''] = linkFor(view, carol).split('/answer/').at(-1)?.split('.') ?? [];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...claims, p: dan.id })).toString('base64url');
    for (const token of [`${forged}.${signature}`, `${payload}.${signature.slice(1)}`, payload]) {
      const tampered = await page.goto(`${origin}/answer/${token}`);
      expect([tampered?.status(), await page.title()]).toEqual([404, 'This link doesn’t work']);
    }
    await shoot('tampered');
    expect(await page.locator('form').count()).toBe(0);
  });

  it('answers for the person named by the link, whatever the form claims', async () => {
    const view = await open();
    await page.goto(linkFor(view, dan));
    await page.evaluate(`document.querySelector('form').insertAdjacentHTML('beforeend',
      '<input name="personId" value="${carol.id}"><input name="p" value="${carol.id}">')`);
    await choose(page, 'Yes', 'Yes');
    expect(await sendForm(page)).toBe(200);
    expect(await approvals(view)).toEqual(['pending', 'approved']);

    await page.goto(linkFor(view, carol));
    expect(await page.getByText('Hello Carol Osei').count()).toBe(1);
    expect(await page.locator('input:checked').count()).toBe(0);
    const stranger = await page.goto(linkFor(view, eve));
    expect([stranger?.status(), await page.locator('form').count()]).toEqual([403, 0]);
    await shoot('not-asked');
  });

  it('shows what has become of a meeting that was over before the form was sent', async () => {
    const view = await open();
    await page.goto(linkFor(view, carol));
    await choose(page, 'Yes', 'Yes');
    const { meetingId } = view;
    valueOf(await bot.world.meetings.cancel(asPerson(alice), { meetingId, idempotencyKey: 'over' }));
    expect(await sendForm(page)).toBe(409);
    expect(await page.getByRole('main').textContent()).toMatch(/cancelled.*nothing left to answer/i);
    expect(await page.locator('form').count()).toBe(0);
    await shoot('over');
    expect((await page.goto(linkFor(view, carol)))?.status()).toBe(200);
    expect(await page.locator('form').count()).toBe(0);
  });

  it('works where scripts are switched off, by keyboard alone', async () => {
    const view = await open();
    const launched = browser.context.browser();
    const context = await launched?.newContext({ javaScriptEnabled: false, viewport: sizes.phone });
    if (context === undefined) throw new Error('The browser opens no second window.');
    try {
      const plain = await context.newPage();
      await plain.goto(linkFor(view, carol));
      for (const key of ['Tab', 'Space', 'Tab', 'Space']) await plain.keyboard.press(key);
      await plain.getByRole('button', { name: 'Send my answer' }).focus();
      await plain.keyboard.press('Enter');
      await plain.getByRole('status').waitFor();
      expect(await approvals(view)).toEqual(['approved', 'pending']);
    } finally {
      await context.close();
    }
  });

  it('gave the browser nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});

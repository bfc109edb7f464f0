import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { companyPeople } from '../../../infra/graph-emulator/company.ts';
import { keepPicture, openBrowser, TeamsPage, whyNoBrowser } from '../../support/teams-browser.ts';
import type { CompanyStack } from './company-stack.ts';
import { startCompanyStack } from './company-stack.ts';

if (whyNoBrowser !== undefined) console.warn(whyNoBrowser);

const output = 'test/output/bot';

describe.skipIf(whyNoBrowser !== undefined)('a meeting by chat, in three browsers', () => {
  let stack: CompanyStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let alice: TeamsPage;
  let bob: TeamsPage;
  let carol: TeamsPage;

  beforeAll(async () => {
    stack = await startCompanyStack();
    browser = await openBrowser({ width: 1400, height: 1250 });
    alice = await TeamsPage.open(browser.context, stack.teams('Alice'));
    bob = await TeamsPage.open(browser.context, stack.teams('Bob'));
    carol = await TeamsPage.open(browser.context, stack.teams('Carol'));
  }, 180_000);

  afterAll(async () => {
    await Promise.all([alice, bob, carol].map((one, at) => one.shoot(`${output}/last-${at}.png`)));
    await browser.close();
    await stack.close();
  });

  it('goes from a sentence over a counter-proposal to an event that everybody has accepted', async () => {
    await alice.say('45 min with Bob and Carol next week about the Q3 budget');
    const found = alice.card('Propose this');
    await found.getByRole('button', { name: 'Propose this' }).first().waitFor();
    await alice.shoot(`${output}/1-candidates.png`);
    await keepPicture(found, 'candidates');
    const second = secondTime(await found.innerText());
    await found.getByRole('button', { name: 'Propose this' }).first().click();

    const asked = bob.card(/Alice Martin with/);
    await asked.getByRole('button', { name: 'Approve' }).waitFor();
    await bob.shoot(`${output}/2-asked.png`);
    await keepPicture(asked, 'asked');
    await asked.getByRole('button', { name: 'Approve' }).click();
    await bob.card('You approved').waitFor();
    await alice.card('Bob Keller approved').waitFor();
    await alice.shoot(`${output}/3-cockpit.png`);
    await keepPicture(alice.card('Bob Keller approved'), 'cockpit');

    const asksCarol = carol.card(/Alice Martin with/);
    await asksCarol.getByRole('button', { name: 'Other time' }).click();
    await asksCarol.getByLabel('Day').fill(second.date);
    await asksCarol.getByLabel('Start').fill(second.time);
    await asksCarol
      .getByLabel(/Comment/)
      .last()
      .fill('I have a dentist appointment in the morning');
    await carol.shoot(`${output}/4-other-time.png`);
    await asksCarol.getByRole('button', { name: 'Suggest this time' }).click();

    await alice.card('Round 2').waitFor();
    await alice.shoot(`${output}/5-next-round.png`);
    const asksAgain = bob
      .card('No answer yet')
      .or(bob.card(/of 2 have answered/))
      .last();
    await asksAgain.getByRole('button', { name: 'Approve' }).click();

    await alice.card('✓ Confirmed').waitFor();
    await alice.shoot(`${output}/6-confirmed.png`);
    await keepPicture(alice.card('✓ Confirmed'), 'confirmed');
    await bob.card('✓ Confirmed').waitFor();
    await carol.card('✓ Confirmed').waitFor();
    await carol.shoot(`${output}/7-confirmed-carol.png`);

    const event = await eventOf(stack, 'Q3 budget');
    expect(event.start.dateTime.slice(0, 10)).toBe(second.date);
    const responses = event.attendees.map(({ emailAddress, status }) => [
      emailAddress.address,
      status.response,
    ]);
    expect(Object.fromEntries(responses)).toMatchObject({
      'bob.keller@contoso.example': 'accepted',
      'carol.osei@contoso.example': 'accepted',
    });
    await expect.poll(async () => taskTitles(stack)).toContain('Prepare: Q3 budget');
  }, 120_000);

  it('is asked for in a group chat by a mention, and shows its state there', async () => {
    await alice.chat('Q3 Budget');
    await alice.say(
      '30 min with Bob Keller and Carol Osei in the next two weeks about the roadmap',
      'Assent',
    );
    await alice.card('Propose this').getByRole('button', { name: 'Propose this' }).first().click();
    await alice.card(/oadmap[^]*0 of 2 have answered/).waitFor();
    await alice.shoot(`${output}/8-group.png`);
    for (const person of [bob, carol]) {
      await person
        .card(/oadmap/)
        .getByRole('button', { name: 'Approve' })
        .click();
    }
    await alice.card(/oadmap[^]*✓ Confirmed/).waitFor();
    await alice.shoot(`${output}/9-group-confirmed.png`);
    await bob.card(/oadmap[^]*✓ Confirmed/).waitFor();
    await expect.poll(async () => (await eventOf(stack, /oadmap/)).attendees.length).toBe(2);
    await alice.chat('Personal Chat');
    await alice.card(/oadmap[^]*✓ Confirmed/).waitFor();
  }, 120_000);
});

interface GraphEvent {
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly attendees: readonly {
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
}

/** The organizer's event, as Graph tells it. */
async function eventOf(stack: CompanyStack, subject: string | RegExp): Promise<GraphEvent> {
  const [organizer] = companyPeople;
  const events = await stack.graph(
    `/users/${organizer?.id ?? ''}/events?$top=100&$orderby=createdDateTime desc`,
  );
  const found = (events as { value: readonly GraphEvent[] }).value.find((event) =>
    typeof subject === 'string' ? event.subject === subject : subject.test(event.subject),
  );
  if (found === undefined) throw new Error(`There is no event ${String(subject)}.`);
  return found;
}

async function taskTitles(stack: CompanyStack): Promise<readonly string[]> {
  const tasks = await stack.graph(`/planner/plans/${stack.planId}/tasks`);
  return (tasks as { value: readonly { readonly title: string }[] }).value.map(({ title }) => title);
}

/** The second time of a card of candidates, as Carol in London reads it. */
function secondTime(card: string): { readonly date: string; readonly time: string } {
  const block = card.slice(card.indexOf('\n2 '));
  const day = /(\w{3}) (\d{1,2})/.exec(block.slice(0, 40).replace(/^\s*2\s+\w{3},/, ''));
  const time = /(\d{2}):(\d{2}) \(London\)/.exec(block);
  if (day === null || time === null) throw new Error(`There is no second time in: ${card}`);
  const [, month = '', date = ''] = day;
  const [, hour = '', minute = ''] = time;
  const now = new Date();
  const inYear = (year: number): Date => new Date(`${month} ${date} ${year} 12:00 UTC`);
  const thisYear = inYear(now.getUTCFullYear());
  const on = (thisYear < now ? inYear(now.getUTCFullYear() + 1) : thisYear).toISOString().slice(0, 10);
  return { date: on, time: `${hour}:${minute}` };
}

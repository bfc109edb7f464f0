import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openBrowser, TeamsPage, whyNoBrowser } from '../../support/teams-browser.ts';
import type { CompanyStack } from './company-stack.ts';
import { startCompanyStack } from './company-stack.ts';

if (whyNoBrowser !== undefined) console.warn(whyNoBrowser);

const output = 'test/output/bot';

describe.skipIf(whyNoBrowser !== undefined)('acts in words, in two browsers', () => {
  let stack: CompanyStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let alice: TeamsPage;
  let bob: TeamsPage;

  beforeAll(async () => {
    stack = await startCompanyStack();
    browser = await openBrowser({ width: 1400, height: 1250 });
    alice = await TeamsPage.open(browser.context, stack.teams('Alice'));
    bob = await TeamsPage.open(browser.context, stack.teams('Bob'));
  }, 180_000);

  afterAll(async () => {
    await Promise.all([alice, bob].map((one, at) => one.shoot(`${output}/acts-last-${at}.png`)));
    await browser.close();
    await stack.close();
  });

  it('take a time on offer and approve it, touch nothing by “never mind”, and cancel only by a click', async () => {
    await alice.say('30 min with Bob next week about parking');
    await alice.card('Propose this').getByRole('button', { name: 'Propose this' }).first().waitFor();
    await alice.say('propose the first');
    await bob
      .card(/arking/)
      .getByRole('button', { name: 'Approve' })
      .waitFor();
    await bob.say('yes, works for me');
    await alice.card(/arking[^]*✓ Confirmed/).waitFor();

    await alice.say('30 min with Carol next week about logos');
    await alice.card(/ogos/).getByRole('button', { name: 'Propose this' }).first().waitFor();
    await alice.say('never mind');
    await alice.page.getByText('nothing that is booked was touched').last().waitFor();

    await alice.say('Please delete the meeting I have with Carol tonight');
    const none = alice.card('You have no meeting with Carol');
    await none.waitFor();
    expect(await none.innerText()).toMatch(/Nothing was changed\.[^]*arking[^]*with Bob Keller/);
    await alice.shoot(`${output}/acts-1-none-fits.png`);

    await alice.say('move the parking meeting to 4pm');
    const moving = alice.card('It stays where it is until');
    await moving
      .getByRole('button', { name: /Ask about/ })
      .first()
      .waitFor();
    await alice.shoot(`${output}/acts-2-move.png`);
    await moving.getByRole('button', { name: 'Leave it as it is' }).click();
    await alice.card('Nothing was changed.').waitFor();

    await alice.say('cancel the parking meeting');
    const asks = alice.card('Cancel this meeting?');
    await asks.getByRole('button', { name: 'Cancel it' }).waitFor();
    await alice.shoot(`${output}/acts-3-cancel.png`);
    await asks.getByRole('button', { name: 'Cancel it' }).click();
    await alice.card(/arking[^]*✗ Cancelled/).waitFor();
    await bob.card(/arking[^]*✗ Cancelled/).waitFor();
  }, 120_000);
});

import { afterAll, beforeAll, describe, it } from 'vitest';

import { openBrowser, TeamsPage, whyNoBrowser } from '../../support/teams-browser.ts';
import type { CompanyStack } from './company-stack.ts';
import { startCompanyStack } from './company-stack.ts';

if (whyNoBrowser !== undefined) console.warn(whyNoBrowser);

const output = 'test/output/bot';

describe.skipIf(whyNoBrowser !== undefined)('people named in words, in a browser', () => {
  let stack: CompanyStack;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let alice: TeamsPage;

  beforeAll(async () => {
    stack = await startCompanyStack();
    browser = await openBrowser({ width: 1400, height: 1250 });
    alice = await TeamsPage.open(browser.context, stack.teams('Alice'));
  }, 180_000);

  afterAll(async () => {
    await alice.shoot(`${output}/people-last.png`);
    await browser.close();
    await stack.close();
  });

  it('offers whom misheard names may mean, and goes on with those who are chosen', async () => {
    await alice.say('30 min with Karol and Bop next week about parking');
    await alice.card('I don’t know “Karol”').getByRole('button', { name: 'Carol Osei' }).click();
    const second = alice.card('I don’t know “Bop”');
    await second.getByRole('button', { name: 'Bob Keller' }).waitFor();
    await alice.shoot(`${output}/people-1-near-miss.png`);
    await second.getByRole('button', { name: 'Bob Keller' }).click();
    await alice.card(/Carol Osei[^]*Propose this/).waitFor();
  }, 120_000);

  it('invites the members of a team that is named', async () => {
    await alice.say('30 min with the engineering team next week about hiring');
    await alice
      .card(/iring[^]*Propose this/)
      .getByText(/Hiro Tanaka/)
      .first()
      .waitFor();
    await alice.shoot(`${output}/people-2-group.png`);
  }, 120_000);
});

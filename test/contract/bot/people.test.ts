import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { stableGuid } from '../../../infra/graph-emulator/access/tenant.ts';
import { standardSettings } from '../../../infra/graph-emulator/directory/mailbox.ts';
import { someone } from '../../support/meeting-world.ts';
import type { BotWorld } from './bot-world.ts';
import { buttonOf, openBotWorld } from './bot-world.ts';

const alice = someone('alice');
const idOf = (mail: string): string => stableGuid(mail);

interface Account {
  readonly mail: string;
  readonly accountEnabled?: boolean;
  readonly userPurpose?: string;
  readonly aliases?: readonly string[];
}

const accounts: Readonly<Record<string, Account>> = {
  Support: { mail: 'support@contoso.example', accountEnabled: false, userPurpose: 'shared' },
  'Lena Left': { mail: 'lena.left@contoso.example', accountEnabled: false },
  'Robert Stone': { mail: 'robert.stone@contoso.example', aliases: ['bobby.s@contoso.example'] },
  'Ewa Łukasik': { mail: 'ewa.lukasik@contoso.example' },
  'Søren Ångström': { mail: 'soren.angstrom@contoso.example' },
  'Zoë Müller': { mail: 'zoe.mueller@contoso.example' },
  'Ke$$ia Dolan': { mail: 'kessia.dolan@contoso.example' },
  "Niamh O'Brien": { mail: "niamh.o'brien@contoso.example" },
};
/** Two people of one name. */
const alexes = ['alex.kim@contoso.example', 'alex.kim2@contoso.example'];

describe('people as people name them', () => {
  let bot: BotWorld;

  function addAccount(displayName: string, account: Account): void {
    const { mail, accountEnabled = true, userPurpose = 'user', aliases = [] } = account;
    const [givenName = '', surname = ''] = displayName.split(' ');
    const settings = standardSettings('GMT Standard Time');
    bot.world.graph.world.directory.add({
      id: idOf(mail),
      kind: 'user',
      mail,
      displayName,
      profile: {
        id: idOf(mail),
        displayName,
        givenName,
        surname,
        mail,
        userPrincipalName: mail,
        accountEnabled,
        userType: 'Member',
        proxyAddresses: [`SMTP:${mail}`, ...aliases.map((alias) => `smtp:${alias}`)],
      },
      settings: { ...settings, others: { ...settings.others, userPurpose } },
    });
  }

  beforeAll(async () => {
    bot = await openBotWorld();
    for (const [name, account] of Object.entries(accounts)) addAccount(name, account);
    for (const mail of alexes) addAccount('Alex Kim', { mail });
    const members = Array.from({ length: 25 }, (_, at) => {
      addAccount(`Crew ${String(at)}`, { mail: `crew.${String(at)}@contoso.example` });
      return idOf(`crew.${String(at)}@contoso.example`);
    });
    const id = stableGuid('group/crew');
    bot.world.graph.world.directory.addGroup({
      id,
      members,
      profile: { id, displayName: 'The Crew', mailNickname: 'crew', mail: 'crew@contoso.example' },
    });
  }, 120_000);
  afterAll(() => bot.close());

  async function say(text: string, more?: Record<string, unknown>): Promise<string> {
    await bot.say(alice, 'never mind');
    await bot.say(alice, text, more);
    return bot.chat(alice).at(-1) ?? '';
  }

  const mention = (name: string, id: string) => ({
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id: `29:${id}`, name, aadObjectId: id },
  });

  it.each([
    ["30 min with d'arcy@partner.example next week", ["d'arcy@partner.example"]],
    ['30 min with bobby.s@contoso.example next week', ['Robert Stone']],
    ['30 min with mailto:bob.keller@contoso.example next week', ['Bob Keller']],
    ['30 min with Bob Keller <bob.keller@contoso.example> next week', ['Bob Keller']],
    ['30 min with support@contoso.example next week', ['Support']],
    ['30 min with Ewa Lukasik next week', ['Ewa Łukasik']],
    ['30 min with Soren Angstrom next week', ['Søren Ångström']],
    ['30 min with Zoe Mueller next week', ['Zoë Müller']],
    ["30 min with Niamh O'Brien next week", ["Niamh O'Brien"]],
    ['30 min with Osei, Carol next week', ['Carol Osei']],
    [
      '30 min with engineering@contoso.example next week',
      ['Carol Osei', 'Eve Lindqvist', 'Hiro Tanaka', 'Priya Raman'],
    ],
    [
      '30 min with the engineering team next week',
      ['Carol Osei', 'Eve Lindqvist', 'Hiro Tanaka', 'Priya Raman'],
    ],
    ['30 min with the budget team next week', ['Bob Keller', 'Carol Osei', 'Ana Souza']],
  ])('%s', async (text, names) => {
    const card = await say(text);
    expect(card).toContain('Propose this');
    for (const name of names) expect(card).toContain(name);
  });

  it('takes a guest by the name that was written before the address, and no title from it', async () => {
    const card = await say('30 min with &quot;Pat Doe&quot; &lt;pat@partner.example&gt; tomorrow');
    expect(card).toContain('Propose this');
    expect(card).toContain('Meeting with Pat Doe');
  });

  it('asks about a colleague whose account is switched off, and about an address of our own that nobody has', async () => {
    const left = await say('30 min with lena.left@contoso.example tomorrow');
    expect(left).toContain('Lena Left’s account is switched off.');
    const unknown = await say('30 min with karol.osei@contoso.example tomorrow');
    expect(unknown).toContain('Nobody in your organisation has the address “karol.osei@contoso.example”.');
    expect(unknown).toContain('"Carol Osei"');
  });

  it('offers near misses with their addresses, and goes on with the one that is chosen', async () => {
    const question = await say('30 min with Karol and Bop next week');
    expect(question).toContain('I don’t know “Karol”.');
    expect(question).toContain('carol.osei@contoso.example');
    const next = await bot.click(alice, buttonOf(question, 'Carol Osei'));
    expect(next.shown).toContain('I don’t know “Bop”.');
    const found = await bot.click(alice, buttonOf(next.shown, 'Bob Keller'));
    expect(found.shown).toContain('Propose this');
  });

  it('tells two of one name apart by their addresses, and never offers the one who asks', async () => {
    const question = await say('30 min with Alex Kim next week');
    expect(question).toContain('Which “Alex Kim” do you mean?');
    for (const mail of alexes) expect(question).toContain(mail);
    const found = await say('30 min with Alice next week');
    expect(found).toContain('Alice Nguyen');
    expect(found).toContain('Propose this');
  });

  it('asks about a group of too many', async () => {
    expect(await say('30 min with crew@contoso.example next week')).toContain(
      '“The Crew” has too many members',
    );
  });

  it('takes mentions by their ids, also two of one name and names with any sign', async () => {
    const ids = alexes.map(idOf);
    const both = await say('30 min with <at>Alex Kim</at> and <at>Alex Kim</at> tomorrow', {
      entities: ids.map((id) => mention('Alex Kim', id)),
    });
    expect(both).toContain('Propose this');
    expect(both).toContain('Alex Kim and Alex Kim');
    const kessia = await say('30 min with <at>Ke$$ia Dolan</at> tomorrow', {
      entities: [mention('Ke$$ia Dolan', idOf('kessia.dolan@contoso.example'))],
    });
    expect(kessia).toContain('Propose this');
    expect(kessia).toContain('Ke$$ia Dolan');
    const stranger = await say('30 min with <at>Bob Keller</at> tomorrow', {
      entities: [mention('Bob Keller', '11111111-1111-4111-8111-111111111111')],
    });
    expect(stranger).not.toContain('Propose this');
  });

  it('has members of another organisation as guests by mail', async () => {
    const conversation = { id: '19:outside@thread.v2', conversationType: 'groupChat', tenantId: 't' };
    bot.connector.answer = ({ path }) =>
      path.includes('pagedmembers')
        ? {
            status: 200,
            body: {
              members: [
                { id: `29:${alice.id}`, name: alice.displayName, aadObjectId: alice.id, tenantId: 't' },
                {
                  id: '29:out',
                  name: 'Olga Out',
                  aadObjectId: '22222222-2222-4222-8222-222222222222',
                  email: 'olga@partner.example',
                  tenantId: 'other',
                },
              ],
            },
          }
        : undefined;
    await bot.say(alice, '<at>Assent</at> 30 min with everyone next week', {
      conversation,
      entities: [{ type: 'mention', text: '<at>Assent</at>', mentioned: { id: '28:bot', name: 'Assent' } }],
    });
    bot.connector.answer = () => undefined;
    const card = JSON.stringify(bot.connector.messages(conversation.id).at(-1));
    expect(card).toContain('Olga Out');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signLink } from '../../../infra/runtime/signed-link.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import { instantOf } from '../../../workflows/domain/time/instant.ts';
import { localToInstants } from '../../../workflows/domain/time/zone.ts';
import { aRequest, asPerson, dayFromNow, required, someone, valueOf } from '../../support/meeting-world.ts';
import type { BotWorld } from './bot-world.ts';
import { linkSecret, openBotWorld } from './bot-world.ts';

const alice = someone('alice');
const carol = someone('carol');
const dan = someone('dan');
const eve = someone('eve');
const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();

describe('the page behind the link in a mail', () => {
  let bot: BotWorld;
  let asked = 0;

  beforeAll(async () => {
    bot = await openBotWorld();
  }, 120_000);
  afterAll(async () => {
    await bot.close();
  });

  /** A meeting that waits for Carol and Dan, whom only mail reaches. */
  async function open(title = 'Q3 budget'): Promise<MeetingView> {
    asked += 1;
    const { meetings } = bot.world;
    const request = aRequest(alice, [required(carol), required(dan)], dayFromNow(3 + asked, 10, 6), {
      title,
    });
    const { meetingId } = valueOf(
      await meetings.propose(asPerson(alice), { request, idempotencyKey: `page-${asked}` }),
    );
    return await bot.world.until(
      meetingId,
      ({ status, attendees }) =>
        status === 'proposed' && attendees.every(({ reachedBy }) => reachedBy !== undefined),
    );
  }
  const path = (view: MeetingView, person = carol, expiresAt = inAWeek) =>
    `/answer/${signLink(linkSecret, { meetingId: view.meetingId, personId: person.id, expiresAt })}`;
  const look = (url: string, languages = 'en-GB') =>
    bot.bot.host.inject({ url, headers: { 'accept-language': languages } });
  const send = (url: string, form: Record<string, string>) =>
    bot.bot.host.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
  const yes = (view: MeetingView) => ({
    round: '1',
    version: String(view.version),
    key: `page-of-${view.version}`,
    vote0: 'yes',
    date: '',
    time: '',
    comment: '',
  });

  it('shows the proposal and takes the answer; sent again it changes nothing, and it can be changed', async () => {
    const view = await open();
    const url = path(view);
    expect((await look(url)).body).toContain('Hello Carol Osei');
    const keyIn = (body: string) => /name="key" value="([^"]+)"/.exec(body)?.[1];
    const key = keyIn((await look(url)).body);
    expect(key).toBeDefined();
    expect(keyIn((await look(url)).body)).not.toBe(key);
    const taken = await send(url, yes(view));
    expect(taken.statusCode).toBe(303);
    expect(taken.headers.location).toBe(url);
    const after = valueOf(await bot.world.meetings.get(asPerson(alice), view));
    await send(url, yes(view));
    expect(valueOf(await bot.world.meetings.get(asPerson(alice), view)).version).toBe(after.version);
    const page = await look(url);
    expect(page.body).toContain('your answer is recorded');
    expect(page.body).toContain('value="yes" required checked');
    expect(after.attendees.find(({ person }) => person.id === carol.id)?.approval).toBe('approved');
    const answered = after.history.find(({ action }) => action === 'answered');
    expect(answered).toMatchObject({ personId: carol.id, surface: 'mail', seenVersion: view.version });
    const changed = await send(url, { ...yes(after), vote0: 'ifNeedBe', comment: 'rather later' });
    expect(changed.statusCode).toBe(303);
    const ballot = valueOf(await bot.world.meetings.get(asPerson(alice), view)).attendees[0]?.ballot;
    expect(ballot).toMatchObject({ comment: 'rather later' });
  });

  it('speaks the language of the browser, its refusals too', async () => {
    const view = await open();
    const { body } = await look(path(view), 'fr-FR, de;q=0.8, en;q=0.5');
    expect(body).toContain('<html lang="de">');
    expect(body).toContain('Guten Tag Carol Osei, bitte antworten Sie bis');
    expect(body).toMatch(/\d\d:\d\d–\d\d:\d\d\sUhr/);
    expect(body).toContain('Londoner Zeit');
    const expired = await look(path(view, carol, '2020-01-01T00:00:00.000Z'), 'de-AT');
    expect(expired.body).toContain('Dieser Link ist abgelaufen');
    const { statusCode, body: refused } = await bot.bot.host.inject({
      method: 'POST',
      url: path(view),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'de' },
      payload: 'nonsense=1',
    });
    expect(statusCode).toBe(400);
    expect(refused).toContain('Das Formular konnte nicht gelesen werden.');
    expect((await look('/privacy', 'de')).body).toContain('Datenschutz');
    expect((await look('/privacy', 'es')).body).toContain('Privacy');
  });

  it('changes nothing when the page is only viewed', async () => {
    const view = await open();
    for (let times = 0; times < 3; times += 1) await look(path(view));
    expect(valueOf(await bot.world.meetings.get(asPerson(alice), view)).version).toBe(view.version);
  });

  it('shows what people wrote as text', async () => {
    const view = await open('<script>alert(1)</script>');
    const { body, headers } = await look(path(view));
    expect(body).not.toContain('<script>');
    expect(body).toContain('&lt;script&gt;');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('says that a link is over, or was changed on the way', async () => {
    const view = await open();
    expect((await look(path(view, carol, '2020-01-01T00:00:00.000Z'))).statusCode).toBe(410);
    const url = path(view);
    const [payload = '', signature = ''] = url.replace('/answer/', '').split('.');
    expect((await look(`/answer/${payload}x.${signature}`)).statusCode).toBe(404);
    const claims = { m: view.meetingId, p: dan.id, e: Date.parse(inAWeek) };
    const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
    expect((await send(`/answer/${forged}.${signature}`, yes(view))).statusCode).toBe(404);
  });

  it('answers for the person named by the link, and for nobody else', async () => {
    const view = await open();
    await send(path(view, dan), { ...yes(view), personId: carol.id });
    const { attendees } = valueOf(await bot.world.meetings.get(asPerson(alice), view));
    expect(attendees.map(({ person, approval }) => [person.id, approval])).toEqual([
      [carol.id, 'pending'],
      [dan.id, 'approved'],
    ]);
    expect((await look(path(view, eve))).statusCode).toBe(403);
  });

  it('takes another time, and says what is wrong with a form', async () => {
    const view = await open();
    expect((await send(path(view), { ...yes(view), date: '2099-01-01' })).body).toContain(
      'both the day and the start',
    );
    expect((await send(path(view), { round: '1', version: '1', key: 'k' })).statusCode).toBe(400);
    expect((await send(path(view), { ...yes(view), vote0: 'maybe' })).statusCode).toBe(400);
  });

  it('keeps the other time in the form, in the reader’s zone, until it is taken out', async () => {
    const view = await open();
    const url = path(view);
    const another = { date: dayFromNow(20, 15, 1).start.slice(0, 10), time: '14:30' };
    await send(url, { ...yes(view), ...another });
    const counterOf = async () =>
      valueOf(await bot.world.meetings.get(asPerson(alice), view)).attendees[0]?.ballot?.counterProposal;
    const [inLondon = 0] = localToInstants(carol.timeZone ?? '', another.date, another.time);
    expect((await counterOf())?.start).toBe(instantOf(inLondon));
    const { body } = await look(url);
    expect(body).toContain(`name="date" value="${another.date}"`);
    expect(body).toContain('name="time" value="14:30"');
    const { version } = valueOf(await bot.world.meetings.get(asPerson(alice), view));
    await send(url, { ...yes(view), version: String(version) });
    expect(await counterOf()).toBeUndefined();
  });

  it('shows what has become of a meeting that is over', async () => {
    const view = await open();
    valueOf(
      await bot.world.meetings.cancel(asPerson(alice), { meetingId: view.meetingId, idempotencyKey: 'over' }),
    );
    const late = await send(path(view), yes(view));
    expect(late.statusCode).toBe(409);
    expect((await look(path(view))).body).toMatch(/cancelled/i);
  });
});

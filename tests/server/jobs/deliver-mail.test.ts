import { once } from 'node:events';
import { createServer } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { inviteMember } from '@/commands/membership/invite-member';
import { revokeInvitation } from '@/commands/membership/revoke-invitation';
import { mailNotices } from '@/commands/notifications/mail-notices';
import { unsubscribe } from '@/commands/notifications/unsubscribe';
import type { Db } from '@/db/handle';
import { outbox } from '@/db/schema';
import { ok } from '@/domain/result';
import { pausesMs } from '@/domain/time/pause-after';
import { type Mailer, openMailer } from '@/platform/mail';
import { deliverMail } from '@/server/jobs/deliver-mail';
import { seatOf } from '@/tests/commands/notifications/support/mailed';
import { answerOf, buildWorkspace, contextFor, contextOf, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { freePort } from '@/tests/support/free-port';
import { invitationInput } from '@/tests/support/invite';
import { buildRevision } from '@/tests/support/sign';
import { startSmtpSink } from '@/tests/support/smtp-sink';

let sink: Awaited<ReturnType<typeof startSmtpSink>>;
let mailer: Mailer;
beforeAll(async () => {
  sink = await startSmtpSink();
  mailer = openMailer({ url: sink.url, from: 'Joint desk <desk@example.org>' });
});
afterAll(async () => {
  mailer.close();
  await sink.stop();
});

const later = (ms: number) => new Date(noon.getTime() + ms);
const { signal: goingOn } = new AbortController();
const deliver = (db: Db, at: Date, through: Mailer | undefined = mailer, stopping = goingOn) =>
  deliverMail({ db, mailer: through, now: () => at, stopping });
const invite = async (db: Db, by: Person, changes: Record<string, unknown> = {}) => {
  const input = invitationInput(by.party?.id ?? '', changes);
  return { ...answerOf(await inviteMember(contextFor(db, by), input)), email: input.email };
};
const mailAbout = async (db: Db, subjectId: string) => (await db.select().from(outbox).where(eq(outbox.subjectId, subjectId)))[0];
const receivedBy = (email: string) => sink.received.filter(({ to }) => to.includes(email));
/** The tests of a file share a database: what the others left is none of this test's mails. */
const forget = (db: Db) =>
  db.execute(sql`update outbox set state = 'dropped', sealed = null, ended_at = now() where state = 'waiting'`);

describeOnBothDatabases('delivering mail', (open) => {
  it('[M10] [M12] sends what was committed, in the language of its reader, and says who invites to what', async () => {
    const db = await open();
    await forget(db);
    const { north } = await buildWorkspace(db);
    const made = await invite(db, north.moderators[0]);
    const arabic = await invite(db, north.moderators[0], { locale: 'ar' });
    expect(await deliver(db, noon)).toBe(2);
    const [mail] = receivedBy(made.email);
    expect(mail?.from).toBe('desk@example.org');
    const text = mail?.text.replaceAll('=\r\n', '') ?? '';
    for (const said of [made.link, 'Peace talks desk', 'Northern desk', 'fact-checker', north.moderators[0].name])
      expect(text).toContain(said);
    expect(text).toContain('Subject: Invitation to Peace talks desk');
    const [other] = receivedBy(arabic.email);
    const body = other?.text.split('\r\n\r\n').slice(1).join('') ?? '';
    expect(Buffer.from(body.replaceAll(/\s/g, ''), 'base64').toString('utf8')).toContain('مدقّق وقائع');
    expect(await mailAbout(db, made.id)).toMatchObject({ state: 'sent', sealed: null, attempts: 1, endedAt: noon, fault: null });
    expect(await deliver(db, later(1))).toBe(0);
  });

  it('[M10] tries again after growing pauses while the other server is away, and sends it when it is back', async () => {
    const db = await open();
    await forget(db);
    const { north } = await buildWorkspace(db);
    const port = await freePort();
    const away = openMailer({ url: `smtp://127.0.0.1:${port}`, from: 'desk@example.org' });
    const made = await invite(db, north.moderators[0]);
    let at = noon;
    for (const pause of pausesMs.slice(0, 3)) {
      expect(await deliver(db, at, away)).toBe(0);
      expect(await mailAbout(db, made.id)).toMatchObject({ state: 'waiting', nextAttemptAt: new Date(at.getTime() + pause) });
      // Too early, nobody is asked.
      expect(await deliver(db, new Date(at.getTime() + pause - 1), away)).toBe(0);
      at = new Date(at.getTime() + pause);
    }
    expect(await mailAbout(db, made.id)).toMatchObject({ attempts: 3, fault: expect.stringMatching(/^E[A-Z]+$/) });
    const back = await startSmtpSink({ port });
    expect(await deliver(db, at, away)).toBe(1);
    expect(back.received).toHaveLength(1);
    away.close();
    await back.stop();
  });

  it('[M10] goes on after a passing refusal, and gives up at a final one, without keeping its words', async () => {
    const db = await open();
    await forget(db);
    const { north } = await buildWorkspace(db);
    const made = await invite(db, north.moderators[0]);
    sink.answerWith(451);
    await deliver(db, noon);
    expect(await mailAbout(db, made.id)).toMatchObject({ state: 'waiting', fault: '451' });
    sink.answerWith(550);
    await deliver(db, later(pausesMs[0]));
    sink.answerWith(undefined);
    expect(await mailAbout(db, made.id)).toMatchObject({ state: 'dropped', fault: '550', sealed: null });
    expect(receivedBy(made.email)).toEqual([]);
  });

  it('[M10] sends nothing that was called off or has run out, with a mail server and without', async () => {
    const db = await open();
    await forget(db);
    const { north } = await buildWorkspace(db);
    const [host] = north.moderators;
    const [revoked, old] = [await invite(db, host), await invite(db, host)];
    answerOf(await revokeInvitation(contextFor(db, host), { invitationId: revoked.id }));
    const end = later(72 * 60 * 60 * 1000);
    await deliverMail({ db, mailer: undefined, now: () => later(1), stopping: goingOn });
    expect(await mailAbout(db, old.id)).toMatchObject({ state: 'waiting', attempts: 0 });
    await deliverMail({ db, mailer: undefined, now: () => end, stopping: goingOn });
    expect(await mailAbout(db, old.id)).toMatchObject({ state: 'dropped', fault: 'outdated', sealed: null });
    expect(await deliver(db, end)).toBe(0);
    expect([...receivedBy(revoked.email), ...receivedBy(old.email)]).toEqual([]);
  });

  it('[M10] sends each mail once when two processes look at once', async () => {
    const db = await open();
    await forget(db);
    const { north } = await buildWorkspace(db);
    const made = [await invite(db, north.moderators[0]), await invite(db, north.moderators[0])];
    const sent = await Promise.all([deliver(db, noon), deliver(db, noon)]);
    expect(sent.reduce((sum, n) => sum + n)).toBe(2);
    for (const { email } of made) expect(receivedBy(email)).toHaveLength(1);
  });

  it('[M17] lets a server that never answers go when the process stops, and sends its mail later', async () => {
    const db = await open();
    await forget(db);
    const { north } = await buildWorkspace(db);
    const made = [await invite(db, north.moderators[0]), await invite(db, north.moderators[0])];
    const silent = createServer();
    const called = once(silent, 'connection');
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    const hanging = openMailer({ url: `smtp://127.0.0.1:${address.port}`, from: 'desk@example.org' });
    const stopping = new AbortController();
    const delivering = deliver(db, noon, hanging, stopping.signal);
    const [socket] = await called;
    stopping.abort();
    expect(await delivering).toBe(0);
    const mails = await Promise.all(made.map(({ id }) => mailAbout(db, id)));
    expect(mails.map((mail) => [mail?.state, mail?.attempts, mail?.fault]).sort()).toEqual([
      ['waiting', 0, null],
      ['waiting', 1, null],
    ]);
    expect(await deliver(db, noon, mailer, stopping.signal)).toBe(0);
    socket.destroy();
    silent.close();
    hanging.close();
    expect(await deliver(db, later(pausesMs[0]))).toBe(2);
  });

  it('[N2] [N5] carries the news of a desk, and names where they end by one request', async () => {
    const db = await open();
    await forget(db);
    const workspace = await buildWorkspace(db);
    const [signer] = workspace.south.moderators;
    await buildRevision(db, workspace);
    answerOf(await mailNotices(contextOf(db, { kind: 'system' }), { seatId: await seatOf(db, signer) }));
    expect(await deliver(db, noon)).toBe(1);
    const [mail] = receivedBy(signer.email);
    const text = mail?.text.replaceAll('=\r\n', '') ?? '';
    expect(text).toContain('Subject: Peace talks desk: Signing');
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const token = /^List-Unsubscribe:\s+<http[^>]+\/api\/v1\/unsubscriptions\/([\w-]+)>\r$/m.exec(text)?.[1] ?? '';
    expect(answerOf(await unsubscribe(contextOf(db, { kind: 'public' }), { token }))).toEqual({ scope: 'signing' });
    expect(text).toContain(`/unsubscribe/${token}`);
    expect(text).not.toContain('ceasefire');
  });

  it('[M11] drops what this deployment’s secret does not open', async () => {
    const db = await open();
    await forget(db);
    const { north } = await buildWorkspace(db);
    const made = await invite(db, north.moderators[0]);
    const context = contextOf(db, { kind: 'system' });
    await withTransaction(context, async (tx) =>
      ok(await tx.update(outbox).set({ sealed: 'c2VhbGVkIGVsc2V3aGVyZQ==' }).where(eq(outbox.subjectId, made.id))),
    );
    expect(await deliver(db, noon)).toBe(0);
    expect(await mailAbout(db, made.id)).toMatchObject({ state: 'dropped', fault: 'unreadable' });
  });
});

import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { changeRole } from '@/commands/membership/change-role';
import { removeMember } from '@/commands/membership/remove-member';
import { chooseMails } from '@/commands/notifications/choose-mails';
import { mailNotices } from '@/commands/notifications/mail-notices';
import { readNotifications } from '@/commands/notifications/read-notifications';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import type { Db } from '@/db/handle';
import { signKey } from '@/domain/discussion/notification';
import { buildThread } from '@/tests/commands/discussion/commented';
import { answerOf, buildOpenClaim, buildWorkspace, contextFor, contextOf, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, sign } from '@/tests/support/sign';
import { refusalOf } from '@/tests/support/trace';
import { mailsTo, seatOf, wakeUps } from './support/mailed';

const system = (db: Db) => contextOf(db, { kind: 'system' });
const mailed = async (db: Db, person: Person) =>
  answerOf(await mailNotices(system(db), { seatId: await seatOf(db, person) })).mails;

describeOnBothDatabases('mailing at once', (open) => {
  it('[N1] [N2] [N3] tells who is to sign, once, by numbers and a link, and not who proposed', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const [signer] = south.moderators;
    const revision = await buildRevision(db, workspace, north.moderators[0]);
    const seatId = await seatOf(db, signer);
    expect(await wakeUps(db, workspace)).toContainEqual({ kind: 'notifications.mail', subjectId: seatId, dueAt: noon });
    expect(await mailed(db, signer)).toBe(1);
    expect(await Promise.all([mailed(db, signer), mailed(db, signer)])).toEqual([0, 0]);
    expect(await mailed(db, north.moderators[0])).toBe(0);
    const [mail, ...others] = await mailsTo(db, signer);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'notices', state: 'waiting', subject: seatId, facts: { group: 'signing' } });
    expect(mail?.facts.lines).toMatch(
      /^– Claim \d+: Northern desk proposed revision 1, which waits for signatures\. 2026-03-02 12:00 UTC\n/,
    );
    expect(mail?.facts.lines).toContain(`/desk/claims/${revision.claimId}/revisions/1`);
    for (const word of ['ceasefire', north.moderators[0].name, signer.name])
      expect(JSON.stringify(mail?.facts)).not.toContain(word);
  });

  it('[N1] [K5] mails a mention at once to who wants that, without its words', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [author, reader] = workspace.north.checkers;
    answerOf(await chooseMails(contextFor(db, reader), { discussion: 'at-once' }));
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await buildThread(db, author, claimId, { body: `@${reader.name}, zyzzogeton.`, mentions: [reader.id], audience: 'party' });
    expect(await mailed(db, reader)).toBe(1);
    const [mail] = await mailsTo(db, reader);
    expect(mail?.facts.lines).toContain('Northern desk mentioned you in a comment');
    expect(JSON.stringify(mail)).not.toContain('zyzzogeton');
  });

  it('[N2] [N3] makes none for who lost the seat or the role, has read it, or is waited for no more, and calls off what waits', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const [host, demoted] = south.moderators;
    const revision = await buildRevision(db, workspace);
    // Made, and called off with the role.
    expect(await mailed(db, demoted)).toBe(1);
    answerOf(await changeRole(contextFor(db, host), { personId: demoted.id, role: 'checker' }));
    expect(await mailsTo(db, demoted)).toMatchObject([{ state: 'dropped', facts: {} }]);
    // Demoted before it was made.
    const [first, second] = north.moderators;
    answerOf(await changeRole(contextFor(db, first), { personId: second.id, role: 'checker' }));
    expect(await mailed(db, second)).toBe(0);
    answerOf(await removeMember(contextFor(db, first), { personId: second.id }));
    expect(await mailed(db, second)).toBe(0);
    // Marked as read in the page, where it is asked anew each time.
    answerOf(await readNotifications(contextFor(db, host), { keys: [signKey(revision.id)] }));
    expect(await mailed(db, host)).toBe(0);
    const reason = 'The wording of the finding is not yet agreed between us.';
    answerOf(await withdrawRevision(contextFor(db, north.checkers[0]), { revisionId: revision.id, reason }));
    // Who had not read yet that it waits is told what became of it, and no more that a signature is waited for.
    expect(await mailed(db, first)).toBe(1);
    expect(await mailsTo(db, first)).toMatchObject([
      { facts: { lines: expect.stringMatching(/^– [^–]*withdrew revision 1[^–]*$/) } },
    ]);
    for (const person of [second, host]) expect(await mailsTo(db, person)).toEqual([]);
  });

  it('[N3] mails what became of a revision to who has read that it waits for a signature', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [reader] = workspace.south.moderators;
    answerOf(await chooseMails(contextFor(db, reader), { publication: 'at-once' }));
    const revision = await buildRevision(db, workspace);
    answerOf(await readNotifications(contextFor(db, reader), { keys: [signKey(revision.id)] }));
    for (const desk of [workspace.south, workspace.north])
      answerOf(await sign(contextFor(db, desk.moderators[1]), workspace, revision));
    expect(await mailed(db, reader)).toBe(1);
    expect(await mailsTo(db, reader)).toMatchObject([
      { facts: { group: 'publication', lines: expect.stringMatching(/^– [^\n]*published/) } },
    ]);
  });

  it('[N3] is the server’s to do and nobody else’s, and nothing for a seat that is not there', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const seatId = await seatOf(db, north.checkers[0]);
    const ask = (input: object) => refusalOf(db, id, () => mailNotices(contextFor(db, north.moderators[0]), input));
    expect((await ask({ seatId })).code).toBe('not-allowed');
    expect((await ask({ seatId: 'x' })).code).toBe('invalid-input');
    expect(answerOf(await mailNotices(system(db), { seatId: v7() }))).toEqual({ mails: 0 });
  });
});

import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { submitChallenge } from '@/commands/challenges/submit-challenge';
import { mailsOfDesk } from '@/db/queries/desk/mails-of-desk';
import { challenges, jobs, outbox } from '@/db/schema';
import { env } from '@/platform/env';
import { answerOf, buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { buildChallenge, buildVerdict, challengeInput, challengeWords } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision } from '@/tests/support/sign';
import { eventsOf, lastEventOf, refusalOf } from '@/tests/support/trace';

const hours = (n: number) => new Date(noon.getTime() + n * 3_600_000);

describeOnBothDatabases('challenging a verdict', (open) => {
  const anybody = async () => contextOf(await open(), { kind: 'public' });

  it('[C32] [CH4] starts both clocks by the charter that the revision is bound by, and says so in public', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { ackHours: 5, decideHours: 30 } });
    const { slug, claimId, revisionId } = await buildVerdict(db, workspace);
    const made = answerOf(await submitChallenge(await anybody(), challengeInput(workspace, slug)));
    expect(made).toMatchObject({ number: 1, acknowledgeBy: hours(5).toISOString(), decideBy: hours(30).toISOString() });
    const [row] = await db.select().from(challenges).where(eq(challenges.claimId, claimId));
    expect(row).toMatchObject({
      ...{ revisionId, state: 'received', words: challengeWords, publishesWords: false, sealedContact: null },
      ...{ receivedAt: noon, acknowledgeBy: hours(5), decideBy: hours(30), acknowledgedAt: null, endedAt: null },
    });
    expect(JSON.stringify(row)).not.toContain(made.token);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      ...{ type: 'challenge.received', personId: null, facts: { number: 1, revision: 1 } },
    });
    // The server wakes behind the stroke of each clock.
    const wakes = await db
      .select()
      .from(jobs)
      .where(eq(jobs.subjectId, row?.id ?? ''));
    expect(wakes.map(({ kind, dueAt }) => `${kind} ${dueAt.getTime()}`).sort()).toEqual([
      ...[hours(5), hours(30)].map((at) => `challenge.advance ${at.getTime() + 1}`),
    ]);
    expect((await buildChallenge(db, workspace, slug)).number).toBe(2);
  });

  it('[CH5] keeps the address sealed: neither the challenge, the list of mails, an event nor the row of the mail names it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const email = `Reader-${crypto.randomUUID()}@example.org`;
    const { id } = await buildChallenge(db, workspace, slug, { email });
    const [mail] = await db.select().from(outbox).where(eq(outbox.subjectId, id));
    expect(mail).toMatchObject({ kind: 'challenge-receipt', recipient: '', locale: 'en', state: 'waiting' });
    const stored = [
      await db.select().from(challenges).where(eq(challenges.id, id)),
      await mailsOfDesk({ workspaceId: workspace.id }, db),
      await eventsOf(db, workspace.id),
      mail,
    ];
    expect(JSON.stringify(stored).toLowerCase()).not.toContain(email.toLowerCase());
  });

  it('[CH6] refuses a short text, what is no address, an unknown kind and a filled trap, and leaves nothing behind', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const refusals: [Record<string, unknown>, Record<string, unknown>][] = [
      [{ words: 'Wrong.' }, { code: 'invalid-input', issues: [{ field: 'words', code: 'too-short', length: 6, min: 20 }] }],
      [
        { words: 'x'.repeat(3001) },
        { code: 'invalid-input', issues: [{ field: 'words', code: 'too-long', length: 3001, max: 3000 }] },
      ],
      [{ url: 'javascript:alert(1)' }, { code: 'invalid-input', issues: [{ field: 'url', code: 'not-a-web-address' }] }],
      [{ email: 'nobody' }, { code: 'invalid-input', issues: [{ field: 'email', code: 'not-an-email' }] }],
      [{ about: 'revenge' }, { code: 'invalid-input', issues: [{ field: 'about', code: 'invalid' }] }],
      [{ locale: 'xx' }, { code: 'invalid-input', issues: [{ field: 'locale', code: 'invalid' }] }],
      [{ state: 'accepted' }, { code: 'invalid-input', issues: [{ field: 'state', code: 'unknown-field' }] }],
      [{ website: 'https://spam.example' }, { code: 'looks-automatic' }],
      [{ slug: 'there-is-none' }, { code: 'not-found' }],
    ];
    for (const [changes, refusal] of refusals) {
      const input = challengeInput(workspace, slug, changes);
      expect(await refusalOf(db, workspace.id, async () => submitChallenge(await anybody(), input))).toMatchObject(refusal);
    }
    // An empty field of a form is an absent one.
    const form = { url: '', email: ' ', website: '' };
    answerOf(await submitChallenge(await anybody(), challengeInput(workspace, slug, form)));
  });

  it('[C32] is of what is published: neither a claim in signing nor another desk’s address takes one', async () => {
    const db = await open();
    const [workspace, other] = [await buildWorkspace(db), await buildWorkspace(db)];
    await buildRevision(db, workspace);
    const { slug } = await buildVerdict(db, other);
    const refusal = await refusalOf(db, workspace.id, async () =>
      submitChallenge(await anybody(), challengeInput(workspace, slug)),
    );
    expect(refusal).toEqual({ code: 'not-found' });
  });

  it('[CH6] is counted by the sender’s address, and another address is not in its way', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const from = crypto.randomUUID();
    for (let n = 0; n < env().CHALLENGES_PER_ADDRESS; n += 1)
      answerOf(await submitChallenge(await anybody(), challengeInput(workspace, slug, { from })));
    const refusal = await refusalOf(db, workspace.id, async () =>
      submitChallenge(await anybody(), challengeInput(workspace, slug, { from })),
    );
    expect(refusal).toMatchObject({ code: 'too-many-attempts' });
    answerOf(await submitChallenge(await anybody(), challengeInput(workspace, slug)));
  });
});

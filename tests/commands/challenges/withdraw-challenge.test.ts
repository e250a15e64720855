import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { decideChallenge } from '@/commands/challenges/decide-challenge';
import { withdrawChallenge } from '@/commands/challenges/withdraw-challenge';
import { challengeOfLink, publicChallenges } from '@/db/queries/public/challenges';
import { challenges, outbox } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { answerOf, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { buildChallenge, buildVerdict, challengeWords, decisionReason } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { lastEventOf, refusalOf } from '@/tests/support/trace';

const now = noon.toISOString();

describeOnBothDatabases('withdrawing a challenge', (open) => {
  it('[CH7] the link shows how it stands and takes it back; that it was made stays public, without its words', async () => {
    const db = await open();
    const anybody = contextOf(db, { kind: 'public' });
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const { id, token } = await buildChallenge(db, workspace, slug, { email: 'reader@example.org' });
    const shown = await challengeOfLink({ tokenSha256: digestOf(token), now }, db);
    expect(shown).toMatchObject({ state: 'received', words: null, own: { words: challengeWords } });
    const wrong = await refusalOf(db, workspace.id, () => withdrawChallenge(anybody, { token: 'a'.repeat(64) }));
    expect(wrong).toEqual({ code: 'not-found' });
    expect(await refusalOf(db, workspace.id, () => withdrawChallenge(anybody, { token: id }))).toMatchObject({
      ...{ code: 'invalid-input' },
    });
    expect(answerOf(await withdrawChallenge(anybody, { token }))).toEqual({ state: 'withdrawn' });
    const [row] = await db.select().from(challenges).where(eq(challenges.id, id));
    expect(row).toMatchObject({ state: 'withdrawn', endedAt: noon, sealedContact: null });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'challenge.withdrawn', personId: null });
    const [mail] = await db.select().from(outbox).where(eq(outbox.subjectId, id));
    expect(mail).toMatchObject({ state: 'dropped', fault: 'called-off' });
    const { items } = await publicChallenges({ workspaceId: workspace.id, slug, now }, db);
    expect(items).toMatchObject([{ state: 'withdrawn', words: null, decision: { at: null, clock: 'stopped' } }]);
  });

  it('[CH7] nothing that is decided is withdrawn', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { slug } = await buildVerdict(db, workspace);
    const { id, token } = await buildChallenge(db, workspace, slug);
    const accepted = { challengeId: id, decision: 'accept', reason: decisionReason, publishesWords: false };
    answerOf(await decideChallenge(contextFor(db, workspace.north.moderators[0]), accepted));
    const refusal = await refusalOf(db, workspace.id, () => withdrawChallenge(contextOf(db, { kind: 'public' }), { token }));
    expect(refusal).toEqual({ code: 'challenge-not-open', state: 'accepted' });
  });
});

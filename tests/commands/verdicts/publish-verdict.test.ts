import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withTransaction } from '@/commands/command';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import { publishVerdict } from '@/commands/verdicts/publish-verdict';
import type { Db } from '@/db/handle';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { claims, revisions, signOffs, verdicts } from '@/db/schema';
import type { Outcome } from '@/domain/claim/outcomes';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { newId } from '@/platform/new-id';
import { answerOf, buildWorkspace, contextFor, type Desk, noon, type Workspace, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, type Proposed, propose, sign } from '@/tests/support/sign';
import { eventsOf, refusalOf } from '@/tests/support/trace';

/** The approvals of some desks, stored as statements, as the last signature finds them. */
async function approvals(db: Db, desks: Desk[], { id, sha256 }: Proposed): Promise<void> {
  const [revision] = await db.select().from(revisions).where(eq(revisions.id, id));
  if (revision === undefined) throw new Error('There is no such revision.');
  const { charterSha256 } = await signingOfRevision(revision, db);
  await Promise.all(
    desks.map(async (desk, index) => {
      const moderator = desk.moderators[0];
      const said = { partyId: desk.id, personId: moderator.id, decision: 'approve' as const };
      const bytes = canonicalBytes({
        ...{ v: 1, type: 'sign-off', workspace: revision.workspaceId, claim: revision.claimId, revision: id },
        ...{ recordSha256: sha256, charterSha256, party: desk.id, member: moderator.id, decision: 'approve', reason: '' },
        nonce: digestOf(`${id} ${index}`),
      });
      await db.insert(signOffs).values({
        ...{ ...said, id: newId(), workspaceId: revision.workspaceId, revisionId: id, signerName: '', at: noon },
        ...{ bytes, sha256: digestOf(bytes), position: index + 1 },
      });
    }),
  );
}

async function publish(db: Db, workspace: Workspace, revisionId: string, outcome: Outcome = 'joint') {
  const context = contextFor(db, workspace.south.moderators[0]);
  const [row] = await db
    .select({ revision: revisions, claim: claims })
    .from(revisions)
    .innerJoin(claims, eq(claims.id, revisions.claimId))
    .where(eq(revisions.id, revisionId));
  if (row === undefined) throw new Error('There is no such revision.');
  const signing = await signingOfRevision(row.revision, db);
  return withTransaction(context, (tx) => publishVerdict(tx, context, { ...row, signing, outcome, outcomeAt: noon }));
}

describeOnBothDatabases('publishing a verdict', (open) => {
  it('[L10] [C21] takes the revision to the table’s state, gives the claim its address, and tells it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const slug = 'an-18-month-ceasefire-followed-the-2020-talks';
    await approvals(db, [workspace.north, workspace.south], revision);
    expect(await publish(db, workspace, revision.id)).toEqual({
      ok: true,
      value: { state: 'published', slug },
    });
    const [stored] = await db.select().from(revisions).where(eq(revisions.id, revision.id));
    expect(stored).toMatchObject({ state: 'published', publishedAt: noon });
    expect(await db.select().from(verdicts).where(eq(verdicts.claimId, revision.claimId))).toMatchObject([
      { slug, revisionId: revision.id, outcome: 'joint', rating: 'not-accurate', position: 1 },
    ]);
    expect((await eventsOf(db, workspace.id)).at(-1)).toMatchObject({
      type: 'verdict.published',
      subjectId: revision.id,
      facts: { number: 1, slug, outcome: 'joint' },
    });
  });

  it('[L2] [L10] supersedes the verdict that stood, which keeps the time of its publication, and keeps the address', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const first = await buildRevision(db, workspace);
    const bothSign = async (revision: Proposed) => {
      for (const desk of [workspace.north, workspace.south])
        answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
    };
    await bothSign(first);
    await writeRecord(db, workspace.south.checkers[0], first.claimId, { texts: { summary: 'A correction.' } });
    const second = answerOf(await propose(contextFor(db, workspace.south.checkers[0]), first.claimId));
    await bothSign(second);
    const rows = await db.select().from(revisions).where(eq(revisions.claimId, first.claimId)).orderBy(asc(revisions.number));
    expect(rows).toMatchObject([
      { state: 'superseded', publishedAt: noon, endedAt: noon },
      { state: 'published', publishedAt: noon, endedAt: null },
    ]);
    expect(await db.select().from(verdicts).where(eq(verdicts.claimId, first.claimId))).toMatchObject([
      { revisionId: second.id, slug: 'an-18-month-ceasefire-followed-the-2020-talks' },
    ]);
  });

  it('[L10] answers the table’s refusal for a revision that was withdrawn, and leaves nothing behind', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const reason = 'A source turned out to be about another year.';
    await approvals(db, [workspace.north, workspace.south], revision);
    answerOf(await withdrawRevision(contextFor(db, workspace.north.moderators[0]), { revisionId: revision.id, reason }));
    const publishing = () => publish(db, workspace, revision.id);
    expect(await refusalOf(db, workspace.id, publishing)).toEqual({ code: 'revision-not-open', state: 'withdrawn' });
  });

  it('[C21] refuses while a party is missing, and leaves nothing behind', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    await approvals(db, [workspace.north], revision);
    const publishing = () => publish(db, workspace, revision.id);
    expect(await refusalOf(db, workspace.id, publishing)).toMatchObject({ code: 'not-all-signed', clause: 'C21' });
  });

  it('[C27] [C29] refuses an outcome that the positions do not have, and one that has not cooled off', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const revision = await buildRevision(db, workspace);
    await approvals(db, [workspace.north, workspace.south], revision);
    for (const [outcome, clause] of [
      ['split', 'C27'],
      ['joint', 'C29'],
    ] as const)
      expect(await refusalOf(db, workspace.id, () => publish(db, workspace, revision.id, outcome))).toMatchObject({ clause });
  });
});

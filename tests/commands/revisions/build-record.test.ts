import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { buildRecord } from '@/commands/revisions/build-record';
import { withdrawSource } from '@/commands/sources/withdraw-source';
import type { Db } from '@/db/handle';
import { mentionedParties } from '@/db/queries/public/mentioned-parties';
import { claims, questionAcceptances } from '@/db/schema';
import { questionDigest } from '@/domain/record/canonical';
import { recordDocument } from '@/domain/record/document-name';
import { newId } from '@/platform/new-id';
import { answerOf, buildSource, buildWorkspace, contextFor, noon, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { editRecord, recordPort } from '@/tests/support/live-record';
import { buildSignable, northTexts, propose, question, southAnalysis } from '@/tests/support/sign';

async function build(db: Db, claimId: string) {
  const [claim] = await db.select().from(claims).where(eq(claims.id, claimId));
  const projection = await recordPort(db).projectionAt(recordDocument(claimId));
  if (claim === undefined || projection === undefined) throw new Error('There is no such record.');
  return answerOf(await buildRecord(claim, { draft: projection.draft, now: noon }, db));
}

/** The record in Arabic as well, with this title. */
async function translate(db: Db, { north }: Workspace, claim: { id: string; sources: string[] }, title: string): Promise<void> {
  await db
    .update(claims)
    .set({ languages: ['en', 'ar'] })
    .where(eq(claims.id, claim.id));
  const [checker] = north.checkers;
  const texts = { ...northTexts, ...southAnalysis(claim.sources[0] ?? ''), claimText: 'دام وقف إطلاق النار 18 شهرًا.', title };
  await editRecord(db, claim.id, { personId: checker.id, partyId: north.id, at: noon }, { language: 'ar', texts });
}

describeOnBothDatabases('building a record', (open) => {
  it('[H3] [R9] holds accepted sources alone, and is the same bytes as long as nothing changes', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    const proposed = await buildSource(db, workspace.north.checkers[0], claim.id);
    const first = await build(db, claim.id);
    const record = answerOf(first.frozen);
    expect(record.record.sources.map(({ id }) => id)).toEqual(claim.sources);
    expect(record.record.sources).toMatchObject([
      { attachedBy: workspace.north.id, acceptedBy: workspace.south.id },
      { attachedBy: workspace.south.id, acceptedBy: workspace.north.id },
    ]);
    answerOf(await withdrawSource(contextFor(db, workspace.north.checkers[0]), { sourceId: proposed.id }));
    expect(answerOf((await build(db, claim.id)).frozen).sha256).toBe(record.sha256);
  });

  it('gives the number and the salt of the next round after each freeze', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    const first = await build(db, claim.id);
    answerOf(await propose(contextFor(db, workspace.north.checkers[0]), claim.id));
    const second = await build(db, claim.id);
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(answerOf(second.frozen).sha256).not.toBe(answerOf(first.frozen).sha256);
  });

  it('[C06] judges the title of every language that the record has', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    const title = async () => (await build(db, claim.id)).findings.find(({ clause }) => clause === 'C06');
    await translate(db, workspace, claim, 'تقرير دقيق عن المحادثات');
    expect(await title()).toMatchObject({ met: false, code: 'title-rates', facts: { word: 'دقيق' } });
    await translate(db, workspace, claim, 'ثمانية عشر شهرًا بعد محادثات 2020');
    expect(await title()).toMatchObject({ met: true });
    expect(Object.keys(answerOf((await build(db, claim.id)).frozen).record.texts).sort()).toEqual(['ar', 'en']);
  });

  it('[R16] leaves out what a party accepted that its charter does not ask, and its page still names such a party where it is mentioned', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, mission } = workspace;
    const claim = await buildSignable(db, workspace);
    // It is a signing party by a later charter, and this claim has not gone over to that one.
    const beside = { id: newId(), workspaceId: workspace.id, claimId: claim.id, partyId: mission.id };
    const questionSha256 = questionDigest(question);
    await db
      .insert(questionAcceptances)
      .values({ ...beside, question, questionSha256, personId: mission.observers[0].id, at: noon });
    const { record } = answerOf((await build(db, claim.id)).frozen);
    expect(record.acceptances.map(({ party }) => party).sort()).toEqual([north.id, south.id].sort());
    const said = { record: { ...record, parties: record.parties.slice(0, 2) }, signOffs: [], attestations: [], steps: [] };
    expect(await mentionedParties({ workspaceId: workspace.id, ...said }, db)).toEqual([]);
    const steps = [{ party: mission.id }, { party: north.id }];
    expect(await mentionedParties({ workspaceId: workspace.id, ...said, steps }, db)).toMatchObject([
      { id: mission.id, name: mission.name, letter: 'O' },
    ]);
  });
});

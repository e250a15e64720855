import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginSignOff } from '@/commands/signoffs/begin-sign-off';
import { signOff } from '@/commands/signoffs/sign-off';
import { revisionsThatWait } from '@/db/queries/desk/claim-waits';
import { revisions, signOffs, verdicts } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { readStatement } from '@/domain/record/sign-off-statement';
import { actorFor, answerOf, buildWorkspace, contextFor, contextOf, noon, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { objection } from '@/tests/support/rounds';
import { approval, begin, buildRevision, buildSignable, dissent, propose, sign, signBegun } from '@/tests/support/sign';
import { eventsOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('signing a revision', (open) => {
  it('[C21] [C30] the last approval that is waited for publishes, in one event, and not before', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    expect(answerOf(await sign(contextFor(db, workspace.north.moderators[0]), workspace, revision))).toMatchObject({
      state: 'signing',
    });
    expect(await db.select().from(verdicts).where(eq(verdicts.claimId, revision.claimId))).toEqual([]);

    const last = answerOf(await sign(contextFor(db, workspace.south.moderators[0]), workspace, revision));
    expect(last).toMatchObject({ state: 'published', slug: 'an-18-month-ceasefire-followed-the-2020-talks' });
    const [verdict] = await db.select().from(verdicts).where(eq(verdicts.claimId, revision.claimId));
    expect(verdict).toMatchObject({ outcome: 'joint', rating: 'not-accurate', revisionId: revision.id });
    const [stored] = await db.select().from(revisions).where(eq(revisions.id, revision.id));
    expect(stored).toMatchObject({ state: 'published', publishedAt: noon });
    expect((await eventsOf(db, workspace.id)).filter((event) => event.type === 'verdict.published')).toHaveLength(1);
  });

  it('[R7] [C23] stores the statement as bytes that name the digests, the party, the person and the nonce', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const moderator = workspace.north.moderators[0];
    const made = answerOf(await sign(contextFor(db, moderator), workspace, revision));
    const [row] = await db.select().from(signOffs).where(eq(signOffs.id, made.id));
    expect(digestOf(row?.bytes ?? '')).toBe(made.sha256);
    const statement = readStatement(row?.bytes ?? new Uint8Array());
    expect(statement).toMatchObject({
      recordSha256: revision.sha256,
      charterSha256: workspace.charter.sha256,
      revision: revision.id,
      party: workspace.north.id,
      member: moderator.id,
      decision: 'approve',
    });
  });

  it('[R13] stores the very bytes that were made and shown, whatever a second body says', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.north.moderators[0]);
    const begun = answerOf(await beginSignOff(context, approval(workspace, revision, dissent)));
    const proof = { kind: 'password' };
    const otherwise = { revisionId: revision.id, nonce: begun.nonce, proof, decision: 'approve' };
    expect(await refusalOf(db, workspace.id, () => signOff(context, otherwise))).toMatchObject({ code: 'invalid-input' });
    const unproven = { revisionId: revision.id, nonce: begun.nonce, proof: { kind: 'none' } };
    expect(await refusalOf(db, workspace.id, () => signOff(context, unproven))).toMatchObject({ code: 'invalid-input' });
    const made = answerOf(await signBegun(context, revision, begun));
    const [row] = await db.select().from(signOffs).where(eq(signOffs.id, made.id));
    expect(new TextDecoder().decode(row?.bytes)).toBe(begun.statement);
    expect(made.sha256).toBe(begun.sha256);
  });

  it('[R7] signs what a reason cites in a field of its own', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.north.moderators[0]);
    const made = answerOf(await sign(context, workspace, revision, dissent));
    const [row] = await db.select().from(signOffs).where(eq(signOffs.id, made.id));
    expect(JSON.parse(new TextDecoder().decode(row?.bytes))).toMatchObject({
      v: 3,
      reason: dissent.reason,
      cites: dissent.cites,
    });
  });

  it('[C22] nobody signs a revision twice', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.north.moderators[0]);
    const begun = await begin(context, workspace, revision);
    const spare = await begin(context, workspace, revision);
    answerOf(await signBegun(context, revision, begun));
    const again = [
      () => signBegun(context, revision, begun),
      () => signBegun(context, revision, spare),
      () => beginSignOff(context, approval(workspace, revision)),
    ];
    for (const step of again)
      expect(await refusalOf(db, workspace.id, step)).toMatchObject({ code: 'already-signed', clause: 'C22' });
  });

  it('[C21] a second approval of one party does not stand in for the other party', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    for (const moderator of workspace.north.moderators) {
      expect(answerOf(await sign(contextFor(db, moderator), workspace, revision)).state).toBe('signing');
    }
    expect(await db.select().from(verdicts).where(eq(verdicts.claimId, revision.claimId))).toEqual([]);
  });

  it('[C20] the proposer does not sign', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const moderator = workspace.north.moderators[0];
    const revision = await buildRevision(db, workspace, moderator);
    const context = contextFor(db, moderator);
    const own = () => beginSignOff(context, approval(workspace, revision));
    expect(await refusalOf(db, workspace.id, own)).toMatchObject({ code: 'own-proposal', clause: 'C20' });
  });

  it('[C20] who wrote more than the share does not sign; another moderator of the party does', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    const [author, other] = workspace.south.moderators;
    await writeRecord(db, author, claim.id, {
      texts: { context: 'A long passage that this moderator wrote alone, so that it is a good part of the whole text.' },
    });
    const revision = answerOf(await propose(contextFor(db, workspace.north.checkers[0]), claim.id));
    const context = contextFor(db, author);
    const own = () => beginSignOff(context, approval(workspace, revision));
    expect(await refusalOf(db, workspace.id, own)).toMatchObject({ code: 'own-work', clause: 'C20', limit: 10 });
    expect((await sign(contextFor(db, other), workspace, revision)).ok).toBe(true);
  });

  it('[C22] a proof of identity older than ten minutes does not count', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const confirmedAt = new Date(noon.getTime() - 10 * 60_000 - 1);
    const context = contextOf(db, actorFor(workspace.north.moderators[0], { confirmedAt }));
    const begun = await begin(context, workspace, revision);
    const stale = () => signBegun(context, revision, begun);
    expect(await refusalOf(db, workspace.id, stale)).toMatchObject({ code: 'not-confirmed', clause: 'C22' });
  });

  it('[C23] a sign-off on other bytes or another charter is refused', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.north.moderators[0]);
    for (const changed of [{ recordSha256: 'a'.repeat(64) }, { charterSha256: 'b'.repeat(64) }]) {
      expect(
        await refusalOf(db, workspace.id, () => beginSignOff(context, approval(workspace, revision, changed))),
      ).toMatchObject({
        code: 'not-these-bytes',
        clause: 'C23',
      });
    }
  });

  it('[R7] a nonce is spent once, by the person and for the revision it was made for, within ten minutes', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [revision, other] = [await buildRevision(db, workspace), await buildRevision(db, workspace)];
    const [first, second] = workspace.north.moderators;
    const made = (person: typeof first, of: typeof revision) => begin(contextFor(db, person), workspace, of);
    const signed =
      (begun: { nonce: string }, now = noon) =>
      () =>
        signBegun(contextFor(db, first, { now }), revision, begun);
    for (const stray of [await made(second, revision), await made(first, other), { nonce: 'f'.repeat(64) }]) {
      expect(await refusalOf(db, workspace.id, signed(stray))).toEqual({ code: 'nonce-spent' });
    }
    const late = await made(first, revision);
    expect(await refusalOf(db, workspace.id, signed(late, new Date(noon.getTime() + 10 * 60_000)))).toEqual({
      code: 'nonce-spent',
    });
    expect((await signed(late)()).ok).toBe(true);
  });

  it('[L3] [C26] a dissent returns the claim to work and its reason stays', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, workspace.north.moderators[0]), workspace, revision));
    expect(answerOf(await sign(contextFor(db, workspace.south.moderators[0]), workspace, revision, dissent)).state).toBe(
      'withdrawn',
    );
    const [stored] = await db.select().from(revisions).where(eq(revisions.id, revision.id));
    expect(stored).toMatchObject({ state: 'withdrawn', endedReason: dissent.reason, endedByParty: workspace.south.id });
    expect((await eventsOf(db, workspace.id)).at(-1)).toMatchObject({ type: 'revision.returned' });
    const late = await refusalOf(db, workspace.id, () =>
      sign(contextFor(db, workspace.south.moderators[1]), workspace, revision),
    );
    expect(late).toMatchObject({ code: 'revision-not-open', state: 'withdrawn' });
  });

  it('[C19] who has a conflict of interest signs nothing but their standing aside, and another moderator of the party signs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
    const [one, other] = south.moderators;
    const conflicted = contextFor(db, one);
    const said = (changes: Record<string, unknown>) =>
      sign(conflicted, workspace, revision, { conflict: 'declared', ...changes });
    for (const position of [
      {},
      { ...dissent, decision: 'approve-with-statement' },
      dissent,
      objection,
      { ...dissent, decision: 'abstain' },
    ])
      expect(await refusalOf(db, workspace.id, () => said(position))).toMatchObject({ code: 'conflict-declared', clause: 'C19' });
    const asked = async () => {
      const [waiting] = await revisionsThatWait({ workspaceId: workspace.id }, db);
      return { missing: waiting?.missing, people: [one, other].map((person) => waiting?.waitsForPerson(actorFor(person))) };
    };
    expect(await asked()).toEqual({ missing: [south.id], people: [true, true] });
    const recusal = { ...dissent, decision: 'recuse', reason: 'The publisher of the second source is my former employer.' };
    expect(answerOf(await said(recusal))).toMatchObject({ state: 'signing' });
    const [row] = await db.select().from(signOffs).where(eq(signOffs.personId, one.id));
    expect(readStatement(row?.bytes ?? new Uint8Array())).toMatchObject({ decision: 'recuse', conflict: 'declared' });
    // The party still waits, for the other one; who has stood aside is not asked any more.
    expect(await asked()).toEqual({ missing: [south.id], people: [false, true] });
    expect(await refusalOf(db, workspace.id, () => sign(conflicted, workspace, revision))).toMatchObject({
      code: 'already-signed',
    });
    expect(answerOf(await sign(contextFor(db, other), workspace, revision))).toMatchObject({ state: 'published' });
  });

  it('[C19] a declaration of interests that was fresh when the statement was made counts no more when it is signed late', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { interestDays: 1 } });
    const revision = await buildRevision(db, workspace);
    const [moderator] = workspace.north.moderators;
    const dayMs = 24 * 60 * 60 * 1000;
    const begun = await begin(contextFor(db, moderator, { now: new Date(noon.getTime() + dayMs - 1000) }), workspace, revision);
    const late = contextFor(db, moderator, { now: new Date(noon.getTime() + dayMs + 1000) });
    expect(await refusalOf(db, workspace.id, () => signBegun(late, revision, begun))).toMatchObject({
      code: 'interests-old',
      clause: 'C19',
    });
  });

  it('[C28] a statement has the words that the charter gives, the same for an approval and for a dissent', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { dissentWords: 50 } });
    const revision = await buildRevision(db, workspace);
    const words = (count: number) => ({ reason: Array.from({ length: count }, () => 'ceasefire').join(' '), cites: 'C10' });
    const [north, south] = [contextFor(db, workspace.north.moderators[0]), contextFor(db, workspace.south.moderators[0])];
    for (const decision of ['approve-with-statement', 'dissent', 'abstain'])
      expect(await refusalOf(db, workspace.id, () => sign(north, workspace, revision, { decision, ...words(51) }))).toMatchObject(
        { code: 'words-many', clause: 'C28', words: 51, limit: 50 },
      );
    expect((await sign(north, workspace, revision, { decision: 'approve-with-statement', ...words(50) })).ok).toBe(true);
    expect((await sign(south, workspace, revision, { decision: 'dissent', ...words(50) })).ok).toBe(true);
  });

  it('[L4] an abstention waits, and another moderator of that party may still approve', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, workspace.north.moderators[0]), workspace, revision));
    const abstained = await sign(contextFor(db, workspace.south.moderators[0]), workspace, revision, {
      ...dissent,
      decision: 'abstain',
      cites: 'E1',
    });
    expect(answerOf(abstained).state).toBe('signing');
    expect(answerOf(await sign(contextFor(db, workspace.south.moderators[1]), workspace, revision)).state).toBe('published');
  });

  it('[C26] a dissent or abstention without a reason of 40 characters and something cited is refused, by the database too', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.north.moderators[0]);
    const cases = [
      [{ decision: 'dissent', reason: 'Too short.', cites: 'C10' }, 'reason-short'],
      [{ decision: 'abstain', reason: dissent.reason }, 'reason-cites-nothing'],
      [{ decision: 'dissent', reason: dissent.reason, cites: 'E9' }, 'reason-cites-nothing'],
      [{ decision: 'approve-with-statement' }, 'statement-missing'],
    ] as const;
    for (const [changes, code] of cases)
      expect(
        await refusalOf(db, workspace.id, () => beginSignOff(context, approval(workspace, revision, changes))),
      ).toMatchObject({
        code,
        clause: 'C26',
      });

    answerOf(await sign(context, workspace, revision));
    const copy = sql`insert into sign_offs select gen_random_uuid(), workspace_id, revision_id, party_id, ${workspace.north.moderators[1].id}, 'dissent', 'short', null, '', bytes, sha256, at, 9 from sign_offs where revision_id = ${revision.id}`;
    await expect(db.execute(copy)).rejects.toThrow();
  });

  it('[A6] [A5] [C21] checkers, observers, stewards and another workspace do not sign', async () => {
    const db = await open();
    const [workspace, other] = [await buildWorkspace(db), await buildWorkspace(db)];
    const revision = await buildRevision(db, workspace);
    for (const person of [workspace.north.checkers[1], workspace.mission.observers[1], workspace.steward]) {
      expect(await refusalOf(db, workspace.id, () => sign(contextFor(db, person), workspace, revision))).toMatchObject({
        code: 'not-allowed',
      });
    }
    const unasked = contextFor(db, workspace.mission.observers[0]);
    expect(await refusalOf(db, workspace.id, () => sign(unasked, workspace, revision))).toMatchObject({
      code: 'party-not-of-charter',
      clause: 'C21',
    });
    expect(await refusalOf(db, workspace.id, () => sign(contextFor(db, other.north.moderators[0]), workspace, revision))).toEqual(
      { code: 'not-found' },
    );
    expect(await refusalOf(db, workspace.id, () => sign(contextOf(db, { kind: 'public' }), workspace, revision))).toEqual({
      code: 'not-signed-in',
    });
  });

  it('[C22] two approvals of one person that arrive together count once', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const context = contextFor(db, workspace.north.moderators[0]);
    const results = await Promise.all([sign(context, workspace, revision), sign(context, workspace, revision)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it('[C23] [C28] what is signed and frozen cannot be changed or deleted in the database', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    answerOf(await sign(contextFor(db, workspace.north.moderators[0]), workspace, revision));
    await expect(db.update(signOffs).set({ decision: 'abstain' }).where(eq(signOffs.revisionId, revision.id))).rejects.toThrow();
    await expect(db.delete(signOffs).where(eq(signOffs.revisionId, revision.id))).rejects.toThrow();
    await expect(
      db
        .update(revisions)
        .set({ bytes: new Uint8Array([1]) })
        .where(eq(revisions.id, revision.id)),
    ).rejects.toThrow();
    await expect(db.delete(revisions).where(eq(revisions.id, revision.id))).rejects.toThrow();
  });
});

import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { writeComment } from '@/commands/discussion/write-comment';
import { withdrawSource } from '@/commands/sources/withdraw-source';
import type { Db } from '@/db/handle';
import { commentMentions, comments, notifications } from '@/db/schema';
import { newId } from '@/platform/new-id';
import {
  actorFor,
  answerOf,
  buildClaim,
  buildOpenClaim,
  buildSource,
  buildWorkspace,
  contextFor,
  contextOf,
  noon,
  type Person,
  writeRecord,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, lastEventOf, refusalOf } from '@/tests/support/trace';
import { commentInput, passageInput } from './commented';

const question = 'Did a ceasefire hold for a week?';

describeOnBothDatabases('beginning a thread', (open) => {
  const stored = async (db: Db, commentId: string) => (await db.select().from(comments).where(eq(comments.id, commentId)))[0];

  it('[K1] [K3] is for all or for the own party, on a passage, a source, a clause or the claim', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, mission } = workspace;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const source = await buildSource(db, north.checkers[0], claimId);
    await writeRecord(db, north.checkers[0], claimId, { texts: { question } });
    const write = async (by: Person, changes: Record<string, unknown>) =>
      stored(db, answerOf(await writeComment(contextFor(db, by), commentInput(claimId, changes))).id);

    const passage = await write(north.checkers[0], { on: passageInput('hold  for a week') });
    expect(passage).toMatchObject({
      passage: { text: 'question', language: 'en', quotation: 'hold  for a week' },
      ...{ audienceParty: null, personId: north.checkers[0].id, partyId: north.id, at: noon, sourceId: null, clause: null },
    });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'comment.written', facts: { isReply: false } });
    expect(await write(mission.observers[1], { on: { kind: 'source', sourceId: source.id } })).toMatchObject({
      sourceId: source.id,
    });
    expect(await write(north.checkers[0], { on: { kind: 'clause', clause: 'C07' }, audience: 'party' })).toMatchObject({
      clause: 'C07',
      audienceParty: north.id,
    });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'comment.written-privately' });
    expect(await write(north.checkers[0], { body: '  Two\nlines.  ' })).toMatchObject({ passage: null, body: 'Two\nlines.' });
  });

  it('[K3] refuses words that the text does not say, a source of another claim or a withdrawn one, and a claim that is not open', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north } = workspace;
    const [author] = north.checkers;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await writeRecord(db, author, claimId, { texts: { question } });
    const refused = async (on: unknown, of = claimId) =>
      refusalOf(db, workspace.id, () => writeComment(contextFor(db, author), commentInput(of, { on })));
    expect(await refused(passageInput('hold for a month'))).toEqual({ code: 'passage-moved' });
    expect(await refused(passageInput('hold for a week', { text: 'finding' }))).toEqual({ code: 'passage-moved' });
    expect(await refused(passageInput('hold for a week', { language: 'ar' }))).toEqual({ code: 'passage-moved' });
    const other = await buildOpenClaim(db, workspace);
    const elsewhere = await buildSource(db, author, other.id);
    expect(await refused({ kind: 'source', sourceId: elsewhere.id })).toEqual({ code: 'not-found' });
    answerOf(await withdrawSource(contextFor(db, author), { sourceId: elsewhere.id }));
    expect(await refused({ kind: 'source', sourceId: elsewhere.id }, other.id)).toEqual({ code: 'source-withdrawn' });
    expect((await refused({ kind: 'clause', clause: 'C99' })).code).toBe('invalid-input');
    const waiting = await buildClaim(db, workspace);
    expect(await refused({ kind: 'claim' }, waiting.id)).toEqual({ code: 'claim-not-open', state: 'submitted' });
    answerOf(
      await closeClaim(contextFor(db, author), { claimId: other.id, as: 'not-checkable', reason: 'A question of taste alone.' }),
    );
    expect(await refused({ kind: 'claim' }, other.id)).toEqual({ code: 'claim-not-open', state: 'closed' });
  });

  it('[K5] [K9] mentions who may read it and tells them, and refuses others like unknown people', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south, steward } = workspace;
    const [author, colleague] = north.checkers;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const write = (changes: Record<string, unknown>) => writeComment(contextFor(db, author), commentInput(claimId, changes));
    const calling = (...people: Person[]) => ({
      body: people.map(({ name }) => `@${name}`).join(' '),
      mentions: people.map(({ id }) => id),
    });
    const { id: joint } = answerOf(await write(calling(south.checkers[0], colleague, author)));
    const mentioned = await db.select().from(commentMentions).where(eq(commentMentions.commentId, joint));
    expect(mentioned.map(({ name }) => name).sort()).toEqual(
      [south.checkers[0], colleague, author].map(({ name }) => name).sort(),
    );
    const told = await db.select().from(notifications).where(eq(notifications.commentId, joint));
    expect(told.map(({ personId, kind }) => [personId, kind]).sort()).toEqual(
      [
        [south.checkers[0].id, 'mentioned'],
        [colleague.id, 'mentioned'],
      ].sort(),
    );
    const refused = (changes: Record<string, unknown>) => refusalOf(db, workspace.id, () => write(changes));
    const stranger = { id: newId(), name: 'Nobody' };
    for (const person of [steward, { ...stranger }])
      expect(await refused({ body: `@${person.name}`, mentions: [person.id] })).toEqual({ code: 'mention-not-reader' });
    expect(await refused({ ...calling(colleague, south.checkers[0]), audience: 'party' })).toEqual({
      code: 'mention-not-reader',
    });
    expect(await refused({ body: 'No name', mentions: [colleague.id] })).toEqual({
      code: 'mention-not-said',
      name: colleague.name,
    });
  });

  it('[K12] takes a thousand comments on a claim and no more', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const [author] = workspace.north.checkers;
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await db.execute(sql`insert into comments (id, workspace_id, claim_id, body, person_id, party_id, at)
      select gen_random_uuid(), ${workspace.id}::uuid, ${claimId}::uuid, 'Again.', ${author.id}::uuid, ${workspace.north.id}::uuid, now()
      from generate_series(1, 999)`);
    answerOf(await writeComment(contextFor(db, author), commentInput(claimId)));
    const last = await writeComment(contextFor(db, author), commentInput(claimId));
    expect(last).toEqual({ ok: false, refusal: { code: 'too-many-comments', limit: 1000 } });
    // A party's own are counted by themselves, so that nobody else learns of them by what is refused.
    answerOf(await writeComment(contextFor(db, author), commentInput(claimId, { audience: 'party' })));
  });

  it('[A2] [A3] refuses who may not, what nobody can read, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const refused = async (context: ReturnType<typeof contextFor>, changes: Record<string, unknown> = {}) =>
      (await refusalOf(db, workspace.id, () => writeComment(context, commentInput(claimId, changes)))).code;
    expect(await refused(contextFor(db, workspace.steward))).toBe('not-allowed');
    expect(await refused(contextOf(db, { kind: 'public' }))).toBe('not-signed-in');
    const context = contextOf(db, actorFor(workspace.north.checkers[0]));
    for (const body of ['', ' ', 'a\u200bb', 'x'.repeat(2001)]) expect(await refused(context, { body })).toBe('invalid-input');
    expect(await refused(context, { audience: 'observers' })).toBe('invalid-input');
    await expectForeignIsUnknown(db, workspace, claimId, (foreign, id) => writeComment(foreign, commentInput(id)));
  });
});

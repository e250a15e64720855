import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { acceptQuestion } from '@/commands/claims/accept-question';
import { questionAcceptances } from '@/db/schema';
import { questionDigest } from '@/domain/record/canonical';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor, writeRecord } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const question = 'Was there an 18-month ceasefire after the 2020 Doha talks?';
const questionSha256 = questionDigest(question);

describeOnBothDatabases('accepting the question', (open) => {
  async function withQuestion(text = question) {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    if (text !== '') await writeRecord(db, workspace.north.checkers[0], claimId, { texts: { question: text } });
    return { db, workspace, claimId };
  }

  it('[C05] records for the party the digest and the exact words', async () => {
    const { db, workspace, claimId } = await withQuestion();
    const [person] = workspace.south.checkers;
    const made = answerOf(await acceptQuestion(contextFor(db, person), { claimId, questionSha256 }));
    const rows = await db.select().from(questionAcceptances).where(eq(questionAcceptances.claimId, claimId));
    expect(rows).toMatchObject([{ id: made.id, partyId: workspace.south.id, personId: person.id, questionSha256, question }]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'question.accepted',
      facts: { party: 'Southern desk', questionSha256 },
    });
  });

  it('[C05] refuses a question that was changed after it was read, and says which one stands', async () => {
    const { db, workspace, claimId } = await withQuestion();
    await writeRecord(db, workspace.south.checkers[0], claimId, { texts: { question: `${question}?` } });
    const accept = () => acceptQuestion(contextFor(db, workspace.north.checkers[0]), { claimId, questionSha256 });
    expect(await refusalOf(db, workspace.id, accept)).toEqual({
      code: 'question-moved',
      questionSha256: questionDigest(`${question}?`),
    });
  });

  it('[C05] takes one acceptance of a party for one text, and another for another', async () => {
    const { db, workspace, claimId } = await withQuestion();
    const context = contextFor(db, workspace.north.checkers[0]);
    answerOf(await acceptQuestion(context, { claimId, questionSha256 }));
    const again = () => acceptQuestion(contextFor(db, workspace.north.moderators[0]), { claimId, questionSha256 });
    expect(await refusalOf(db, workspace.id, again)).toEqual({ code: 'already-accepted' });
    await writeRecord(db, workspace.north.checkers[0], claimId, { texts: { question: 'Another question?' } });
    expect((await acceptQuestion(context, { claimId, questionSha256: questionDigest('Another question?') })).ok).toBe(true);
  });

  it.each([
    ['no question', '', 'question-missing'],
    ['a blank one', ' \u200d ', 'question-missing'],
    ['one that is too long to be frozen', 'x'.repeat(301), 'text-long'],
    ['one with a bidi override', 'Was it \u202etrue?', 'forbidden-character'],
  ])('[C05] refuses %s', async (_, text, code) => {
    const { db, workspace, claimId } = await withQuestion(text);
    const accept = () =>
      acceptQuestion(contextFor(db, workspace.north.checkers[0]), { claimId, questionSha256: questionDigest(text) });
    expect((await refusalOf(db, workspace.id, accept)).code).toBe(code);
  });

  it('refuses a claim that is not open, and what is no digest', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const refused = (input: unknown) => refusalOf(db, workspace.id, () => acceptQuestion(context, input));
    expect(await refused({ claimId, questionSha256 })).toEqual({ code: 'claim-not-open', state: 'submitted' });
    for (const input of [
      { claimId },
      { claimId, questionSha256: 'A'.repeat(64) },
      { claimId, questionSha256, partyId: workspace.south.id },
    ]) {
      expect((await refused(input)).code).toBe('invalid-input');
    }
  });

  it('[A3] [A6] refuses who may not, and what is not theirs', async () => {
    const { db, workspace, claimId: id } = await withQuestion();
    await expectOnlyEditors(db, workspace, (context) => acceptQuestion(context, { claimId: id, questionSha256 }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => acceptQuestion(context, { claimId, questionSha256 }));
  });
});

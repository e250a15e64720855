import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { submitClaim } from '@/commands/claims/submit-claim';
import { appearances, claims } from '@/db/schema';
import { answerOf, appearance, buildWorkspace, claimInput, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('submitting a claim', (open) => {
  it('[C01] keeps the wording as it was said and the first place where it appeared', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const [person] = north.checkers;
    const made = answerOf(await submitClaim(contextFor(db, person), claimInput('  It held for 18 months. ')));
    const [claim] = await db.select().from(claims).where(eq(claims.id, made.id));
    expect(claim).toMatchObject({
      workspaceId: id,
      number: made.number,
      state: 'submitted',
      wording: 'It held for 18 months.',
      languages: ['en'],
      charterVersionId: null,
    });
    expect(claim).toMatchObject({ submittedBy: person.id, submittedByParty: north.id, submittedAt: noon });
    expect(await db.select().from(appearances).where(eq(appearances.claimId, made.id))).toMatchObject([
      { ...appearance, url: null, position: 1 },
    ]);
    expect(await lastEventOf(db, id)).toMatchObject({
      type: 'claim.submitted',
      subjectId: made.id,
      facts: { number: made.number },
    });
  });

  it('gives every claim its own number, submitted at the same moment or not', async () => {
    const db = await open();
    const { north, south } = await buildWorkspace(db);
    const people = [...north.checkers, ...south.checkers, ...north.moderators];
    const made = await Promise.all(people.map((person) => submitClaim(contextFor(db, person), claimInput())));
    expect(made.map((result) => answerOf(result).number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('takes an address, and an empty one as none', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const context = contextFor(db, north.checkers[0]);
    for (const [url, stored] of [
      ['https://example.org/a?b=1', 'https://example.org/a?b=1'],
      ['', null],
    ]) {
      const { id } = answerOf(await submitClaim(context, { ...claimInput(), appearance: { ...appearance, url } }));
      expect(await db.select().from(appearances).where(eq(appearances.claimId, id))).toMatchObject([{ url: stored }]);
    }
  });

  it('refuses a day that has begun nowhere yet, and takes one that has', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const context = contextFor(db, north.checkers[0]);
    const on = (seenOn: string) => ({ ...claimInput(), appearance: { ...appearance, seenOn } });
    expect(await refusalOf(db, id, () => submitClaim(context, on('2026-03-04')))).toEqual({
      code: 'seen-in-future',
      seenOn: '2026-03-04',
    });
    expect((await submitClaim(context, on('2026-03-03'))).ok).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['no wording', { ...claimInput(), wording: ' \n ' }],
    ['2,001 characters', { ...claimInput(), wording: 'x'.repeat(2001) }],
    ['a NUL', { ...claimInput(), wording: 'a\u0000b' }],
    ['a bidi override', { ...claimInput(), wording: 'a\u202eb' }],
    ['half a character', { ...claimInput(), wording: 'a\ud800' }],
    ['a script for an address', { ...claimInput(), appearance: { ...appearance, url: 'javascript:alert(1)' } }],
    ['the year 0', { ...claimInput(), appearance: { ...appearance, seenOn: '0000-01-01' } }],
    ['a day that does not exist', { ...claimInput(), appearance: { ...appearance, seenOn: '2026-02-30' } }],
    ['no place', { wording: 'x', language: 'en' }],
    ['a language that is none', { ...claimInput(), language: 'English' }],
    ['a field of its own', { ...claimInput(), state: 'open' }],
  ])('[C01] refuses %s', async (_, input) => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    expect((await refusalOf(db, id, () => submitClaim(contextFor(db, north.checkers[0]), input))).code).toBe('invalid-input');
  });

  it('[A2] refuses observers, the steward and strangers', async () => {
    const db = await open();
    await expectOnlyEditors(db, await buildWorkspace(db), (context) => submitClaim(context, claimInput()));
  });
});

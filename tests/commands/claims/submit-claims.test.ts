import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { submitClaims } from '@/commands/claims/submit-claims';
import { appearances, claims } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { recordPort } from '@/tests/support/live-record';
import { eventsOf, expectOnlyEditors, refusalOf } from '@/tests/support/trace';

const appearance = { title: 'Many tracks, one table', url: 'https://example.org/tracks', seenOn: '2026-02-27' };
const ticked = [
  { wording: 'It rose by 42 per cent.', title: 'It rose by 42 per cent', locator: 'sentence 3' },
  { wording: 'It held for 18 months.', title: '', locator: 'sentence 9' },
];
const input = { language: 'en', appearance, claims: ticked, as: 'submitted' };

describeOnBothDatabases('submitting several claims', (open) => {
  it('[IN3] makes a claim of each ticked sentence, with where it appeared and its place in it', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const { claims: made } = answerOf(await submitClaims(contextFor(db, north.checkers[0]), input));
    expect(made).toMatchObject([
      { number: 1, state: 'submitted' },
      { number: 2, state: 'submitted' },
    ]);
    const rows = await db.select().from(claims).where(eq(claims.workspaceId, id)).orderBy(asc(claims.number));
    expect(rows).toMatchObject([
      { wording: ticked[0]?.wording, neutralTitle: ticked[0]?.title, state: 'submitted', submittedAt: noon },
      { wording: ticked[1]?.wording, neutralTitle: null, submittedByParty: north.id },
    ]);
    for (const [index, { id: claimId }] of made.entries())
      expect(await db.select().from(appearances).where(eq(appearances.claimId, claimId))).toMatchObject([
        { ...appearance, locator: ticked[index]?.locator, position: 1 },
      ]);
    expect((await eventsOf(db, id)).slice(-2)).toMatchObject([{ type: 'claim.submitted' }, { type: 'claim.submitted' }]);
  });

  it('[IN13] opens them at once where that is asked, and the record begins with the title', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const { claims: made } = answerOf(
      await submitClaims(contextFor(db, north.checkers[0]), { ...input, as: 'open', statement: 'fact' }),
    );
    expect(made.map(({ state }) => state)).toEqual(['open', 'open']);
    const drafts = await Promise.all(made.map(({ id }) => recordPort(db).projectionAt(`claims/${id}/record`)));
    expect(drafts.map((projection) => projection?.draft.texts.en)).toMatchObject([
      { claimText: ticked[0]?.wording, title: ticked[0]?.title },
      { claimText: ticked[1]?.wording, title: '' },
    ]);
  });

  it('[C02] keeps them submitted where nobody says what kind of statement they are', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    for (const said of [{}, { statement: 'opinion' }]) {
      const { claims: made } = answerOf(await submitClaims(contextFor(db, north.checkers[0]), { ...input, ...said, as: 'open' }));
      expect(made).toMatchObject([
        { state: 'submitted', refusal: { clause: 'C02' } },
        { state: 'submitted', refusal: { clause: 'C02' } },
      ]);
    }
  });

  it('keeps them submitted where nothing can be opened yet, and says why', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db, { ratified: false });
    const { claims: made } = answerOf(await submitClaims(contextFor(db, north.checkers[0]), { ...input, as: 'open' }));
    expect(made).toMatchObject([
      { state: 'submitted', refusal: { code: 'no-charter-in-force' } },
      { state: 'submitted', refusal: { code: 'no-charter-in-force' } },
    ]);
  });

  it('makes all of them or none', async () => {
    const db = await open();
    const { id, north } = await buildWorkspace(db);
    const refused = (changes: Record<string, unknown>) =>
      refusalOf(db, id, () => submitClaims(contextFor(db, north.checkers[0]), { ...input, ...changes }));
    const [first] = ticked;
    for (const changes of [
      { claims: [] },
      { claims: [first, { ...first, title: 'x'.repeat(76) }] },
      { claims: [first, { ...first, wording: ' ' }] },
      { claims: Array.from({ length: 101 }, () => first) },
      { as: 'published' },
      { appearance: { ...appearance, url: 'ftp://example.org' } },
      { appearance: { ...appearance, locator: 'p. 1' } },
    ])
      expect((await refused(changes)).code).toBe('invalid-input');
    expect((await refused({ claims: [first, { ...first, title: 'x'.repeat(76) }] })).issues).toMatchObject([
      { field: 'claims.1.title', code: 'too-long' },
    ]);
    expect((await refused({ appearance: { ...appearance, seenOn: '2026-03-09' } })).code).toBe('seen-in-future');
  });

  it('[A2] refuses observers, the steward and strangers', async () => {
    const db = await open();
    await expectOnlyEditors(db, await buildWorkspace(db), (context) => submitClaims(context, input));
  });
});

import { asc, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { submitClaim } from '@/commands/claims/submit-claim';
import { beginImport } from '@/commands/imports/begin-import';
import { cancelImport } from '@/commands/imports/cancel-import';
import { previewImport } from '@/commands/imports/preview-import';
import { takeRows } from '@/commands/imports/take-rows';
import { importOfDesk, rowsOfImport } from '@/db/queries/desk/imports-of-desk';
import { appearances, claims, importRows } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { begin, bring, reading, takeAll } from './brought';

describeOnBothDatabases('doing the rows of an import', (open) => {
  it('[IN5] [IN11] takes each row or refuses it with every reason, keeps no cell, and tells the sums', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const importId = await begin(db, north.checkers[0]);
    expect(await takeRows(contextFor(db, north.checkers[0]), { importId, most: 500 })).toEqual({
      ok: true,
      value: { done: 4, left: false },
    });
    const made = await db.select().from(claims).where(eq(claims.workspaceId, workspaceId)).orderBy(asc(claims.number));
    expect(made).toMatchObject([
      {
        wording: 'The ferry, they said, did not run.',
        state: 'submitted',
        mainLanguage: 'en',
        submittedBy: north.checkers[0].id,
      },
      { wording: 'The bridge was opened in May.', state: 'submitted', submittedByParty: north.id },
    ]);
    expect(
      await db
        .select()
        .from(appearances)
        .where(eq(appearances.claimId, made[0]?.id ?? '')),
    ).toMatchObject([{ title: 'example.org', url: 'https://example.org/ferry', seenOn: '2026-01-05' }]);
    expect(await rowsOfImport({ importId, workspaceId }, db)).toMatchObject([
      { number: 1, state: 'taken', claimNumber: 1, issues: [] },
      { number: 2, state: 'taken', claimNumber: 2 },
      { number: 3, state: 'refused', claimId: null, issues: [{ field: 'wording', code: 'required' }] },
      { number: 4, state: 'refused', wording: 'The road was closed.', issues: [{}, {}, {}] },
    ]);
    const cells = await db.select({ cells: importRows.cells }).from(importRows).where(eq(importRows.importId, importId));
    expect(cells).toEqual([{ cells: {} }, { cells: {} }, { cells: {} }, { cells: {} }]);
    expect((await importOfDesk({ importId, workspaceId, partyId: north.id }, db))?.state).toBe('finished');
    expect((await eventsOf(db, workspaceId)).slice(-3)).toMatchObject([
      { type: 'claim.submitted', subjectId: made[0]?.id },
      { type: 'claim.submitted', subjectId: made[1]?.id },
      { type: 'import.finished', facts: { taken: 2, known: 0, refused: 2 } },
    ]);
  });

  it('[IN5] reads a column that is called as every object has something as what its rows say, and nothing where they say nothing', async () => {
    const db = await open();
    const { north } = await buildWorkspace(db);
    const person = north.checkers[0];
    const list = JSON.stringify([{ claim: 'The bridge fell.', constructor: 'A paper' }, { claim: 'The road was closed.' }]);
    const read = {
      mapping: { wording: 'claim', title: 'constructor' },
      defaults: { ...reading.defaults, title: 'A list' },
    };
    const importId = await bring(db, person, list);
    const preview = answerOf(await previewImport(contextFor(db, person), { importId, ...read }));
    expect(preview.rows.map(({ title }) => title)).toEqual(['A paper', 'A list']);
    answerOf(await beginImport(contextFor(db, person), { importId, reading: read }));
    expect(answerOf(await takeRows(contextFor(db, person), { importId, most: 500 }))).toEqual({ done: 2, left: false });
  });

  it('[IN8] makes no claim twice: not of a row that stands there twice, not of one that was submitted by hand, not the second time', async () => {
    const db = await open();
    const { id: workspaceId, north, south } = await buildWorkspace(db);
    const person = north.checkers[0];
    const byHand = { title: 'Any', url: 'https://example.org/c', seenOn: '2026-01-01' };
    answerOf(await submitClaim(contextFor(db, person), { wording: 'C said so.', language: 'en', appearance: byHand }));
    const list = [
      'claim,url,date',
      'A said so.,https://example.org/a,',
      'A said so.,https://example.org/a,2026-01-05',
      'A said so.,https://example.org/elsewhere,',
      'C said so.,https://example.org/c,',
    ].join('\n');
    const first = await begin(db, person, list);
    await takeAll(db, person, first, 1);
    const states = async (importId: string) => (await rowsOfImport({ importId, workspaceId }, db)).map((row) => row.state);
    expect(await states(first)).toEqual(['taken', 'known', 'taken', 'known']);
    const second = await begin(db, south.checkers[0], list);
    await takeAll(db, south.checkers[0], second);
    expect(await states(second)).toEqual(['known', 'known', 'known', 'known']);
    expect(await db.$count(claims, eq(claims.workspaceId, workspaceId))).toBe(3);

    // Without an address the document and the place in it tell; another language is another claim.
    const titled = {
      ...reading,
      mapping: { wording: 'claim', locator: 'at' },
      defaults: { ...reading.defaults, title: 'A speech' },
    };
    const speech = await begin(db, person, 'claim,at\nIt held.,p. 1\nIt held.,p. 1\nIt held.,p. 2', titled);
    await takeAll(db, person, speech);
    expect(await states(speech)).toEqual(['taken', 'known', 'taken']);
    const french = await begin(db, person, list, { ...reading, defaults: { ...reading.defaults, language: 'fr' } });
    await takeAll(db, person, french);
    expect(await states(french)).toEqual(['taken', 'known', 'taken', 'taken']);
  });

  it('[IN7] [C21] [C27] takes the claims of ClaimReview as submitted ones, and nothing of their verdicts', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const review = (number: number, changes: object = {}) => ({
      '@type': 'ClaimReview',
      claimReviewed: `Claim ${number} of the ferry.`,
      url: `https://checkers.example/${number}`,
      datePublished: '2025-11-03',
      inLanguage: 'uk',
      author: { name: 'The Checkers' },
      reviewRating: { alternateName: 'Pants on fire', ratingValue: 1 },
      reviewBody: 'This is nonsense.',
      ...changes,
    });
    const list = JSON.stringify([review(1), review(2, { claimReviewed: undefined }), review(3, { datePublished: undefined })]);
    const claimReview = {
      wording: 'claimReviewed',
      language: 'inLanguage',
      url: 'url',
      title: 'publisher',
      seenOn: 'datePublished',
    };
    const importId = await begin(db, north.checkers[0], list, { ...reading, mapping: claimReview });
    await takeAll(db, north.checkers[0], importId);
    const made = await db.select().from(claims).where(eq(claims.workspaceId, workspaceId)).orderBy(asc(claims.number));
    expect(made).toMatchObject([
      { wording: 'Claim 1 of the ferry.', mainLanguage: 'uk', state: 'submitted', neutralTitle: null },
      { wording: 'Claim 3 of the ferry.' },
    ]);
    const places = await db.select().from(appearances).where(eq(appearances.workspaceId, workspaceId));
    expect(places).toMatchObject([{ title: 'The Checkers', seenOn: '2025-11-03' }, { seenOn: '2026-02-01' }]);
    const stored = JSON.stringify([
      made,
      places,
      await rowsOfImport({ importId, workspaceId }, db),
      await eventsOf(db, workspaceId),
    ]);
    for (const theirs of ['Pants', 'nonsense']) expect(stored).not.toContain(theirs);
  });

  it('[IN9] goes on where it stopped: rows that are done are not done again, and a cancelled import does none', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const person = north.checkers[0];
    const importId = await begin(db, person);
    expect(answerOf(await takeRows(contextFor(db, person), { importId, most: 1 }))).toEqual({ done: 1, left: true });
    answerOf(await cancelImport(contextFor(db, person), { importId }));
    const taking = () => takeRows(contextFor(db, person), { importId, most: 1 });
    expect(await refusalOf(db, workspaceId, taking)).toEqual({ code: 'import-not-running', state: 'cancelled' });
    expect((await rowsOfImport({ importId, workspaceId, states: ['waiting'] }, db)).map((row) => row.number)).toEqual([2, 3, 4]);
  });

  it('[IN9] does each row once, however many do them at the same time', async () => {
    const db = await open();
    const { id: workspaceId, north } = await buildWorkspace(db);
    const rows = Array.from({ length: 20 }, (_, index) => `Claim ${index} was made.,https://example.org/${index},`);
    const importId = await begin(db, north.checkers[0], ['claim,url,date', ...rows].join('\n'));
    const hands = Array.from({ length: 4 }, () => takeRows(contextFor(db, north.checkers[0]), { importId, most: 3 }));
    expect((await Promise.all(hands)).every((result) => result.ok)).toBe(true);
    await takeAll(db, north.checkers[0], importId);
    expect(await db.$count(claims, eq(claims.workspaceId, workspaceId))).toBe(20);
    expect(await lastEventOf(db, workspaceId)).toMatchObject({ facts: { taken: 20, known: 0, refused: 0 } });
  });

  it('[IN9] leads from a row to its claim without a key that would lock the claim after the workspace', async () => {
    const db = await open();
    const keysTo = (table: string) =>
      db.$count(
        sql`pg_constraint`,
        sql`contype = 'f' and conrelid = 'import_rows'::regclass and confrelid = ${table}::text::regclass`,
      );
    expect([await keysTo('imports'), await keysTo('claims')]).toEqual([1, 0]);
  });

  it('[A2] [A3] [IN10] refuses who may not, and what another party or workspace brought', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const importId = await begin(db, workspace.north.checkers[0]);
    await expectOnlyEditors(db, workspace, (context) => takeRows(context, { importId, most: 1 }));
    await expectForeignIsUnknown(db, workspace, importId, (context, id) => takeRows(context, { importId: id, most: 1 }));
    const other = contextFor(db, workspace.south.moderators[0]);
    expect(await refusalOf(db, workspace.id, () => takeRows(other, { importId, most: 1 }))).toEqual({ code: 'not-found' });
    const waiting = await bring(db, workspace.north.checkers[0]);
    const context = contextFor(db, workspace.north.checkers[0]);
    expect(await refusalOf(db, workspace.id, () => takeRows(context, { importId: waiting, most: 1 }))).toMatchObject({
      state: 'read',
    });
    expect((await refusalOf(db, workspace.id, () => takeRows(context, { importId, most: 0 }))).code).toBe('invalid-input');
  });
});

import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { attachSource } from '@/commands/sources/attach-source';
import { withdrawSource } from '@/commands/sources/withdraw-source';
import { objects, publishers, sources, uploads } from '@/db/schema';
import {
  answerOf,
  buildClaim,
  buildFile,
  buildOpenClaim,
  buildWorkspace,
  contextFor,
  grading,
  noon,
  sourceInput,
} from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const url = 'https://un.example/resolution-2513';

describeOnBothDatabases('attaching a source', (open) => {
  it('[S1] [S2] keeps an address with the grading that its party proposes', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [person] = workspace.north.checkers;
    const made = answerOf(await attachSource(contextFor(db, person), { claimId, source: sourceInput({ kind: 'url', url }) }));
    const [row] = await db.select().from(sources).where(eq(sources.id, made.id));
    expect(row).toMatchObject({
      claimId,
      number: 1,
      url,
      ...grading,
      state: 'proposed',
      grading: 1,
      attachedBy: person.id,
      attachedByParty: workspace.north.id,
      attachedAt: noon,
    });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'source.attached',
      subjectId: made.id,
      facts: { number: 1 },
    });
  });

  it('[S6] gives numbers once, to those who attach at the same moment too', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const people = [...workspace.north.checkers, ...workspace.south.checkers];
    const made = await Promise.all(
      people.map((person) => attachSource(contextFor(db, person), { claimId, source: sourceInput() })),
    );
    expect(made.map((result) => answerOf(result).number).sort()).toEqual([1, 2, 3, 4]);
  });

  it('[S7] takes an address once, and again after it was withdrawn', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const north = contextFor(db, workspace.north.checkers[0]);
    const first = answerOf(await attachSource(north, { claimId, source: sourceInput({ kind: 'url', url }) }));
    const again = () =>
      attachSource(contextFor(db, workspace.south.checkers[0]), { claimId, source: sourceInput({ kind: 'url', url }) });
    expect(await refusalOf(db, workspace.id, again)).toEqual({ code: 'already-attached', number: 1 });
    answerOf(await withdrawSource(north, { sourceId: first.id }));
    expect(answerOf(await again()).number).toBe(2);
  });

  it('[A3] takes a stored file of this desk, and no other desk’s', async () => {
    const db = await open();
    const [workspace, other] = [await buildWorkspace(db), await buildWorkspace(db)];
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const [person] = workspace.north.checkers;
    const text = 'Of the ceasefires that held …';
    const fileSha256 = await buildFile(db, other.north.checkers[0], text);
    const attach = () => attachSource(contextFor(db, person), { claimId, source: sourceInput({ kind: 'file', fileSha256 }) });
    expect(await refusalOf(db, workspace.id, attach)).toEqual({ code: 'file-unknown' });
    await buildFile(db, person, text);
    answerOf(await attach());
  });

  it('[F3] [F4] [S7] makes an upload a file that stays, once for all claims, and once on a claim', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claims = [await buildOpenClaim(db, workspace), await buildOpenClaim(db, workspace)];
    const fileSha256 = await buildFile(db, workspace.north.checkers[0], 'An article about the talks.');
    const attach = (claimId: string) =>
      attachSource(contextFor(db, workspace.north.checkers[1]), { claimId, source: sourceInput({ kind: 'file', fileSha256 }) });
    const [upload] = await db.select().from(uploads).where(eq(uploads.workspaceId, workspace.id));
    for (const { id } of claims) answerOf(await attach(id));
    const rows = await db.select().from(objects).where(eq(objects.workspaceId, workspace.id));
    expect(rows).toEqual([
      {
        workspaceId: workspace.id,
        sha256: fileSha256,
        key: upload?.key,
        mediaType: 'text/plain',
        sizeBytes: 27,
        storedAt: noon,
      },
    ]);
    expect(await db.select().from(uploads).where(eq(uploads.workspaceId, workspace.id))).toEqual([]);
    expect(await refusalOf(db, workspace.id, () => attach(claims[0]?.id ?? ''))).toEqual({ code: 'already-attached', number: 1 });
  });

  it('adds one publisher and its owner when two claims bring the same new name at once', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claims = [await buildOpenClaim(db, workspace), await buildOpenClaim(db, workspace)];
    const publisher = { name: 'Agency', owner: 'Holding', country: 'NO', alignment: { kind: 'none' } };
    const made = await Promise.all(
      claims.map(({ id }) =>
        attachSource(contextFor(db, workspace.north.checkers[0]), { claimId: id, source: sourceInput({ publisher }) }),
      ),
    );
    expect(made.filter((result) => result.ok)).toHaveLength(1);
    expect(made.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'publisher-exists', name: 'Agency' } });
    const rows = await db
      .select({ name: publishers.name })
      .from(publishers)
      .where(eq(publishers.workspaceId, workspace.id))
      .orderBy(publishers.name);
    expect(rows).toEqual([{ name: 'Agency' }, { name: 'Holding' }]);
  });

  it('[S10] [C08] takes one body under two spellings for one, and refuses a word of two alphabets', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const attach = (name: string, owner?: string) =>
      attachSource(context, { claimId, source: sourceInput({ publisher: { name, owner, alignment: { kind: 'none' } } }) });
    answerOf(await attach('Reuters'));
    for (const name of ['REUTERS', 'Reu ters', 'Ｒeuters'])
      expect(await refusalOf(db, workspace.id, () => attach(name))).toEqual({
        code: 'publisher-exists',
        name: name.normalize('NFC'),
      });
    const mixed = { code: 'invalid-input', issues: [{ field: 'source.publisher.name', code: 'mixed-scripts' }] };
    expect(await refusalOf(db, workspace.id, () => attach('Rеuters'))).toMatchObject(mixed);
    expect((await refusalOf(db, workspace.id, () => attach('Reuters\u200F'))).code).toBe('invalid-input');
    answerOf(await attach('Agency', 'Reuter’s'));
    const rows = await db.select({ name: publishers.name }).from(publishers).where(eq(publishers.workspaceId, workspace.id));
    expect(rows.map(({ name }) => name).sort()).toEqual(['Agency', 'Reuters']);
  });

  it('refuses another desk’s publisher and party, and a claim that is not open', async () => {
    const db = await open();
    const [workspace, other] = [await buildWorkspace(db), await buildWorkspace(db)];
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const refused = (publisher: unknown) =>
      refusalOf(db, workspace.id, () => attachSource(context, { claimId, source: sourceInput({ publisher }) }));
    expect(await refused({ id: other.id })).toEqual({ code: 'publisher-unknown' });
    expect(await refused({ name: 'Gazette', alignment: { kind: 'party', partyId: other.north.id } })).toEqual({
      code: 'party-unknown',
    });
    const { id: submitted } = await buildClaim(db, workspace);
    const early = () => attachSource(context, { claimId: submitted, source: sourceInput() });
    expect(await refusalOf(db, workspace.id, early)).toEqual({ code: 'claim-not-open', state: 'submitted' });
  });

  it.each([
    ['an address of another kind', { kind: 'url', url: 'file:///etc/passwd' }],
    ['an address with a password', { kind: 'url', url: 'https://a:b@un.example/' }],
    ['a reference with an address', { url }],
    ['what it says with a bidi override', { says: 'a\u202eb' }],
    ['a quotation with a bidi override', { quotation: 'a\u202eb' }],
    ['a declared interest without its name', { interest: 'declared' }],
    ['the year 0', { publishedOn: '0000-06-01' }],
    ['a country that is no code', { publisher: { name: 'Gazette', country: 'Norway', alignment: { kind: 'none' } } }],
    ['a state of its own', { state: 'accepted' }],
  ])('[S1] refuses %s', async (_, changes) => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const attach = () => attachSource(contextFor(db, workspace.north.checkers[0]), { claimId, source: sourceInput(changes) });
    expect((await refusalOf(db, workspace.id, attach)).code).toBe('invalid-input');
  });

  it('[A3] [A6] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildOpenClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => attachSource(context, { claimId: id, source: sourceInput() }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) =>
      attachSource(context, { claimId, source: sourceInput() }),
    );
  });
});

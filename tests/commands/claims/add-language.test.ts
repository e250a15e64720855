import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addLanguage } from '@/commands/claims/add-language';
import { closeClaim } from '@/commands/claims/close-claim';
import { previewRevision } from '@/commands/revisions/preview-revision';
import type { Db } from '@/db/handle';
import { publishedAddresses } from '@/db/queries/public/published-addresses';
import { publishedVerdict } from '@/db/queries/public/published-verdict';
import { publishedVerdicts } from '@/db/queries/public/published-verdicts';
import { claims, revisionAuthors } from '@/db/schema';
import { recordDocument } from '@/domain/record/document-name';
import type { DraftTexts } from '@/domain/record/draft';
import { rootName, textNames } from '@/domain/record/shape';
import { readLog } from '@/server/collab/read-log';
import { replay } from '@/server/collab/replay';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor, noon, type Person } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { editRecord, recordPort } from '@/tests/support/live-record';
import { buildSignable, propose, sign } from '@/tests/support/sign';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const arabic = (source: string): Partial<DraftTexts> => ({
  title: 'وقف لإطلاق النار بعد محادثات 2020',
  question: 'هل أعقب محادثات 2020 وقفٌ لإطلاق النار؟',
  claimText: 'صمد وقف إطلاق النار 18 شهرًا.',
  finding: 'لا نص يقرّر مثل هذا الوقف.',
  analysis: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'يضع الاتفاق وقف إطلاق النار على جدول الأعمال.' },
        { type: 'citation', source },
      ],
    },
  ],
});

function writeArabic(db: Db, { id, party }: Person, claimId: string, texts: Partial<DraftTexts>): Promise<number> {
  return editRecord(db, claimId, { personId: id, partyId: party?.id ?? '', at: noon }, { language: 'ar', texts });
}

describeOnBothDatabases('giving a record another language', (open) => {
  const languagesOf = async (db: Db, claimId: string) =>
    (await db.select({ languages: claims.languages }).from(claims).where(eq(claims.id, claimId)))[0]?.languages;

  it('[LG3] adds it for all parties, with an event', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId, number } = await buildOpenClaim(db, workspace);
    const add = (person: Person, language: string) => addLanguage(contextFor(db, person), { claimId, language });
    expect(await add(workspace.south.checkers[0], 'ar')).toEqual({ ok: true, value: { languages: ['en', 'ar'] } });
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ type: 'language.added', facts: { number, language: 'ar' } });
    answerOf(await add(workspace.north.moderators[0], 'uk'));
    expect(await languagesOf(db, claimId)).toEqual(['en', 'ar', 'uk']);
  });

  it('[LG4] makes one line for each of its texts, and leaves one that is begun', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    await writeArabic(db, workspace.south.checkers[0], claimId, { title: 'عنوان' });
    answerOf(await addLanguage(contextFor(db, workspace.north.checkers[0]), { claimId, language: 'ar' }));
    // A second maker, as another process would be.
    const by = { personId: workspace.south.checkers[0].id, partyId: workspace.south.id, at: noon };
    await recordPort(db).beginLanguage(recordDocument(claimId), 'ar', by);
    const doc = replay(await readLog(db, recordDocument(claimId)));
    const lines = textNames.map((text) => doc.getXmlFragment(rootName(text, 'ar')).length);
    expect(lines).toEqual(textNames.map(() => 1));
    const title = doc.getXmlFragment('title:ar').get(0);
    expect(title instanceof Y.XmlElement && title.toString()).toBe('<paragraph>عنوان</paragraph>');
  });

  it('[LG2] [LG5] [LG6] is in the next revision whole, counts for its authors, and is read, found and listed in public', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const claim = await buildSignable(db, workspace);
    answerOf(await addLanguage(contextFor(db, north.checkers[0]), { claimId: claim.id, language: 'ar' }));
    const lacking = answerOf(await previewRevision(contextFor(db, north.checkers[0]), { claimId: claim.id }));
    expect(lacking).toMatchObject({ fault: { code: 'translation-missing', text: 'title', language: 'ar' } });
    expect(await propose(contextFor(db, north.checkers[0]), claim.id)).toMatchObject({
      refusal: { code: 'translation-missing' },
    });

    const [, translator] = south.checkers;
    await writeArabic(db, translator, claim.id, arabic(claim.sources[0] ?? ''));
    const revision = answerOf(await propose(contextFor(db, north.checkers[0]), claim.id));
    const authors = await db.select().from(revisionAuthors).where(eq(revisionAuthors.revisionId, revision.id));
    const letters = Object.values(arabic('')).flatMap((text) => (typeof text === 'string' ? [...text] : [])).length;
    const inAnalysis = [...'يضع الاتفاق وقف إطلاق النار على جدول الأعمال.'].length;
    expect(authors.find(({ personId }) => personId === translator.id)?.characters).toBe(letters + inAnalysis);

    answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
    answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision));
    const [address] = await publishedAddresses({ workspaceId: workspace.id }, db);
    expect(address).toMatchObject({ main: 'en', languages: ['en', 'ar'] });
    const verdict = await publishedVerdict({ workspaceId: workspace.id, slug: address?.slug ?? '' }, db);
    expect(verdict).toMatchObject({ record: { v: 3, language: 'en', texts: { ar: { title: arabic('').title } } } });
    for (const q of ['جدول الأعمال', 'agenda'])
      expect((await publishedVerdicts({ workspaceId: workspace.id, q }, db)).items, q).toHaveLength(1);
  });

  it('[LG5] words in a language that is not in the list count for nobody', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const claim = await buildSignable(db, workspace);
    const shares = async () => (await recordPort(db).projectionAt(recordDocument(claim.id)))?.shares;
    const before = await shares();
    await writeArabic(db, workspace.south.checkers[1], claim.id, arabic(claim.sources[0] ?? ''));
    expect(await shares()).toEqual(before);
    answerOf(await addLanguage(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id, language: 'ar' }));
    expect((await shares())?.map(({ personId }) => personId)).toContain(workspace.south.checkers[1].id);
  });

  it('[LG3] refuses one that is there, one that is not offered, and a claim that is not open', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    const context = contextFor(db, workspace.north.checkers[0]);
    const refused = async (input: unknown) => refusalOf(db, workspace.id, () => addLanguage(context, input));
    expect(await refused({ claimId, language: 'en' })).toEqual({ code: 'language-known', language: 'en' });
    for (const language of ['tlh', 'AR', 'ar:en', '', 3, undefined])
      expect((await refused({ claimId, language })).code, String(language)).toBe('invalid-input');
    const { id: waiting } = await buildClaim(db, workspace);
    expect(await refused({ claimId: waiting, language: 'ar' })).toEqual({ code: 'claim-not-open', state: 'submitted' });
    answerOf(await closeClaim(context, { claimId, as: 'not-checkable', reason: 'It predicts the future.' }));
    expect(await refused({ claimId, language: 'ar' })).toEqual({ code: 'claim-not-open', state: 'closed' });
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildOpenClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => addLanguage(context, { claimId: id, language: 'ar' }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => addLanguage(context, { claimId, language: 'ar' }));
  });
});

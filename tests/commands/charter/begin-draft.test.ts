import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { beginDraft } from '@/commands/charter/begin-draft';
import { openCharterDraft } from '@/db/queries/open-charter-draft';
import { documentUpdates } from '@/db/schema';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

describeOnBothDatabases('beginning a draft of the charter', (open) => {
  it('[H19] [P15] begins it once, as the version in force says, under the name of whoever began', async () => {
    const db = await open();
    const { id, south } = await buildWorkspace(db, { parameters: { minSources: 7 } });
    const context = contextFor(db, south.checkers[0]);
    expect(answerOf(await beginDraft(context, {}))).toEqual({ number: 1, document: `charters/${id}/drafts/1` });
    const draft = await openCharterDraft({ workspaceId: id }, db);
    expect(draft).toEqual({ name: `charters/${id}/drafts/1`, number: 1, headSeq: 1, isClosed: false });
    const held = await context.collab.charterDraftAt(draft?.name ?? '');
    expect(held).toMatchObject({
      seq: 1,
      values: { language: 'en', minSources: 7, 'rating:accurate': true, 'clause:C18': true },
    });
    const rows = await db
      .select()
      .from(documentUpdates)
      .where(eq(documentUpdates.document, draft?.name ?? ''));
    expect(rows).toMatchObject([{ seq: 1, personId: south.checkers[0].id, partyId: south.id }]);
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'charter.draft-begun', personId: south.checkers[0].id });
    expect(await refusalOf(db, id, () => beginDraft(context, {}))).toEqual({ code: 'draft-open', number: 1 });
    expect(await refusalOf(db, id, () => beginDraft(context, { language: 'en' }))).toMatchObject({ code: 'invalid-input' });
  });

  it('[H19] makes one when two begin at once', async () => {
    const db = await open();
    const { id, north, south } = await buildWorkspace(db, { ratified: false });
    const both = await Promise.all([north, south].map((desk) => beginDraft(contextFor(db, desk.moderators[0]), {})));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openCharterDraft({ workspaceId: id }, db)).toMatchObject({ number: 1, headSeq: 1 });
  });

  it('[A2] is done by members of signing parties alone', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    await expectOnlyEditors(db, workspace, (context) => beginDraft(context, {}));
  });
});

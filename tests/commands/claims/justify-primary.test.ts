import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { justifyPrimary } from '@/commands/claims/justify-primary';
import { primaryJustifications } from '@/db/schema';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectForeignIsUnknown, expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';

const text = 'The text of the order is held in an archive that neither desk may enter.';

describeOnBothDatabases('justifying secondary sources', (open) => {
  it('[C09] keeps one justification; a new one replaces it and the event keeps the old', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildOpenClaim(db, workspace);
    answerOf(await justifyPrimary(contextFor(db, workspace.north.checkers[0]), { claimId, text }));
    expect(await lastEventOf(db, workspace.id)).toMatchObject({
      type: 'primary.justified',
      facts: { party: 'Northern desk', replaced: false },
    });
    const better = `${text} Both desks asked for access.`;
    answerOf(await justifyPrimary(contextFor(db, workspace.south.checkers[0]), { claimId, text: better }));
    const rows = await db.select().from(primaryJustifications).where(eq(primaryJustifications.claimId, claimId));
    expect(rows).toMatchObject([{ text: better, partyId: workspace.south.id }]);
    expect(await lastEventOf(db, workspace.id)).toMatchObject({ facts: { party: 'Southern desk', replaced: true } });
    const same = () => justifyPrimary(contextFor(db, workspace.north.checkers[0]), { claimId, text: ` ${better} ` });
    expect(await refusalOf(db, workspace.id, same)).toEqual({ code: 'unchanged' });
  });

  it('[C09] refuses 39 characters, and a claim that is not open', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id: claimId } = await buildClaim(db, workspace);
    const refused = (input: unknown) =>
      refusalOf(db, workspace.id, () => justifyPrimary(contextFor(db, workspace.north.checkers[0]), input));
    expect(await refused({ claimId, text: 'x'.repeat(39) })).toMatchObject({
      code: 'invalid-input',
      issues: [{ field: 'text', code: 'too-short', length: 39, min: 40 }],
    });
    expect(await refused({ claimId, text })).toEqual({ code: 'claim-not-open', state: 'submitted' });
  });

  it('[A2] [A3] refuses who may not, and what is not theirs', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildOpenClaim(db, workspace);
    await expectOnlyEditors(db, workspace, (context) => justifyPrimary(context, { claimId: id, text }));
    await expectForeignIsUnknown(db, workspace, id, (context, claimId) => justifyPrimary(context, { claimId, text }));
  });
});

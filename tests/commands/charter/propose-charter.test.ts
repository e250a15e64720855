import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { proposeCharter } from '@/commands/charter/propose-charter';
import { withTransaction } from '@/commands/command';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { charterVersions } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { digestOf } from '@/domain/record/canonical';
import { ok } from '@/domain/result';
import { answerOf, buildWorkspace, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { lastEventOf } from '@/tests/support/trace';

describeOnBothDatabases('proposing a charter', (open) => {
  it('[H4] stores the next version’s bytes under their digest, tells it, and binds nobody', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const context = contextOf(db, { kind: 'system' });
    const parties = [north, south].map((desk) => ({ id: desk.id, name: desk.name, standing: desk.standing }));
    const proposing = await withTransaction(context, async (tx) =>
      ok(await proposeCharter(tx, context, { workspace: { id, name: 'Peace talks desk' }, parties, language: 'ar' })),
    );
    const next = answerOf(proposing);
    const rows = await db
      .select()
      .from(charterVersions)
      .where(eq(charterVersions.workspaceId, id))
      .orderBy(asc(charterVersions.number));
    expect(rows).toMatchObject([
      { number: 1, state: 'in-force' },
      { id: next.id, number: 2, sha256: next.sha256, state: 'proposed', proposedAt: noon, inForceAt: null },
    ]);
    const bytes = rows[1]?.bytes ?? new Uint8Array();
    expect(digestOf(bytes)).toBe(next.sha256);
    expect(Charter.parse(JSON.parse(new TextDecoder().decode(bytes)))).toMatchObject({ number: 2 });
    expect(await charterInForce({ workspaceId: id }, db)).toMatchObject({ number: 1 });
    expect(await lastEventOf(db, id)).toMatchObject({
      type: 'charter.proposed',
      subjectId: next.id,
      facts: { number: 2, sha256: next.sha256 },
    });
  });
});

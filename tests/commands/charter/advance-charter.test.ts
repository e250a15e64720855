import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { advanceCharter } from '@/commands/charter/advance-charter';
import { openClaim } from '@/commands/claims/open-claim';
import { charterInForce, charterOfClaim } from '@/db/queries/charter-of-claim';
import { charterVersions } from '@/db/schema';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor, contextOf } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, refusalOf } from '@/tests/support/trace';
import { advance, buildAmendment, daysAfterNoon, ratifyByBoth } from './amend';

describeOnBothDatabases('the notice of an amendment', (open) => {
  it('[C38] [H13] lasts as long as the version says that it changes, and puts it in force once', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = workspace;
    const early = await buildOpenClaim(db, workspace);
    const next = await buildAmendment(db, workspace, { noticeDays: 0, minSources: 3 });
    expect(await ratifyByBoth(db, workspace, next)).toEqual({
      number: 2,
      state: 'notice',
      missing: [],
      from: daysAfterNoon(7).toISOString(),
    });
    const oneBefore = new Date(daysAfterNoon(7).getTime() - 1);
    expect(answerOf(await advance(db, next.id, oneBefore))).toEqual({ state: 'notice' });
    expect(await charterInForce({ workspaceId: id }, db)).toMatchObject({ number: 1 });
    // A server that was down for two days looks late, and twice at once.
    const late = await Promise.all([advance(db, next.id, daysAfterNoon(9)), advance(db, next.id, daysAfterNoon(9))]);
    expect(late.map(answerOf)).toEqual([{ state: 'in-force' }, { state: 'in-force' }]);
    expect(await charterInForce({ workspaceId: id }, db)).toMatchObject({ number: 2, sha256: next.sha256 });
    const [row] = await db.select().from(charterVersions).where(eq(charterVersions.id, next.id));
    expect(row).toMatchObject({ effectiveAt: daysAfterNoon(7), inForceAt: daysAfterNoon(9) });
    const told = (await eventsOf(db, id)).filter(({ type, subjectId }) => type === 'charter.in-force' && subjectId === next.id);
    expect(told).toHaveLength(1);
    expect(await charterOfClaim({ claimId: early.id, workspaceId: id }, db)).toMatchObject({ number: 1 });
    const afterwards = await buildClaim(db, workspace);
    answerOf(await openClaim(contextFor(db, workspace.north.checkers[0]), { claimId: afterwards.id, statement: 'fact' }));
    expect(await charterOfClaim({ claimId: afterwards.id, workspaceId: id }, db)).toMatchObject({ number: 2 });
  });

  it('[H13] is none where the version that is changed asks for none', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { noticeDays: 0 } });
    const next = await buildAmendment(db, workspace, { noticeDays: 30 });
    expect(await ratifyByBoth(db, workspace, next)).toEqual({ number: 2, state: 'in-force', missing: [] });
    expect(answerOf(await advance(db, next.id, daysAfterNoon(1)))).toEqual({ state: 'in-force' });
  });

  it('[H13] [C38] is looked after by the server alone, and not shortened by a statement', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const next = await buildAmendment(db, workspace, { minSources: 3 });
    const forcing = sql`update charter_versions set state = 'in-force', in_force_at = now() where id = ${next.id}`;
    await expect(db.execute(forcing)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('every signing party') },
    });
    await ratifyByBoth(db, workspace, next);
    for (const actor of [{ kind: 'public' as const }, ...[workspace.north.moderators[0], workspace.steward]]) {
      const context = 'kind' in actor ? contextOf(db, actor) : contextFor(db, actor, { now: daysAfterNoon(8) });
      expect(await refusalOf(db, workspace.id, () => advanceCharter(context, { charterId: next.id }))).toEqual({
        code: 'not-allowed',
      });
    }
    const system = contextOf(db, { kind: 'system' });
    expect(await refusalOf(db, workspace.id, () => advanceCharter(system, { charterId: workspace.id }))).toEqual({
      code: 'not-found',
    });
    expect(await refusalOf(db, workspace.id, () => advanceCharter(system, {}))).toMatchObject({ code: 'invalid-input' });
    const statements = [
      sql`update charter_versions set state = 'in-force', in_force_at = effective_at - interval '1 second' where id = ${next.id}`,
      sql`update charter_versions set effective_at = ratified_at where id = ${next.id}`,
      sql`update charter_versions set state = 'withdrawn', ended_reason = 'no' where id = ${next.id}`,
    ];
    for (const statement of statements)
      await expect(db.execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/charter version|every party/) },
      });
  });
});

import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { openClaim } from '@/commands/claims/open-claim';
import { charterInForce, charterOfClaim } from '@/db/queries/charter-of-claim';
import { charterVersions } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor, contextOf, noon } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { eventsOf, refusalOf } from '@/tests/support/trace';
import { proposeNext } from './propose-next';

describeOnBothDatabases('ratifying the charter', (open) => {
  it('[H4] waits for every signing party, and is in force in the transaction of the last', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { ratified: false });
    const { id, north, south, charter } = workspace;
    const { sha256 } = charter;
    expect(await ratifyCharter(contextFor(db, north.moderators[0]), { sha256 })).toEqual({
      ok: true,
      value: { number: 1, state: 'proposed', missing: ['Southern desk'] },
    });
    expect(await charterInForce({ workspaceId: id }, db)).toBeUndefined();
    expect(await ratifyCharter(contextFor(db, south.moderators[1]), { sha256 })).toEqual({
      ok: true,
      value: { number: 1, state: 'in-force', missing: [] },
    });
    expect(await charterInForce({ workspaceId: id }, db)).toMatchObject({ number: 1, sha256 });
    const [row] = await db.select().from(charterVersions).where(eq(charterVersions.id, charter.id));
    expect(row).toMatchObject({ state: 'in-force', inForceAt: noon });
    expect(digestOf(row?.bytes ?? '')).toBe(sha256);
    expect((await eventsOf(db, id)).map((event) => event.type).slice(-3)).toEqual([
      'charter.ratified',
      'charter.ratified',
      'charter.in-force',
    ]);
  });

  it('[H4] puts it in force once when the last two parties ratify at the same moment', async () => {
    const db = await open();
    const { id, north, south, charter } = await buildWorkspace(db, { ratified: false });
    const results = await Promise.all(
      [north, south].map((desk) => ratifyCharter(contextFor(db, desk.moderators[0]), { sha256: charter.sha256 })),
    );
    expect(results.map((result) => result.ok && result.value.state).sort()).toEqual(['in-force', 'proposed']);
    expect((await eventsOf(db, id)).filter((event) => event.type === 'charter.in-force')).toHaveLength(1);
  });

  it('[H5] leaves an open claim under its version when a newer one comes into force', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { noticeDays: 0 } });
    const { id, north, south } = workspace;
    const early = await buildOpenClaim(db, workspace);
    const next = await proposeNext(db, workspace);
    for (const desk of [north, south]) answerOf(await ratifyCharter(contextFor(db, desk.moderators[0]), { sha256: next.sha256 }));
    const late = await buildOpenClaim(db, workspace);
    expect(await charterOfClaim({ claimId: early.id, workspaceId: id }, db)).toMatchObject({ number: 1 });
    expect(await charterOfClaim({ claimId: late.id, workspaceId: id }, db)).toMatchObject({ number: 2 });
    const replaced = () => ratifyCharter(contextFor(db, north.moderators[0]), { sha256: workspace.charter.sha256 });
    expect(await refusalOf(db, id, replaced)).toEqual({ code: 'charter-superseded', number: 1 });
  });

  it('counts a party once, whichever of its moderators asks again', async () => {
    const db = await open();
    const { id, north, charter } = await buildWorkspace(db, { ratified: false });
    answerOf(await ratifyCharter(contextFor(db, north.moderators[0]), { sha256: charter.sha256 }));
    const again = () => ratifyCharter(contextFor(db, north.moderators[1]), { sha256: charter.sha256 });
    expect(await refusalOf(db, id, again)).toEqual({ code: 'already-ratified', number: 1 });
  });

  it('[A6] refuses checkers, observers, the steward and strangers', async () => {
    const db = await open();
    const { id, north, mission, steward, charter } = await buildWorkspace(db, { ratified: false });
    for (const person of [north.checkers[0], ...mission.observers, steward]) {
      const refused = await refusalOf(db, id, () => ratifyCharter(contextFor(db, person), { sha256: charter.sha256 }));
      expect(refused).toEqual({ code: 'not-allowed', permission: 'charter.ratify' });
    }
    const stranger = () => ratifyCharter(contextOf(db, { kind: 'public' }), { sha256: charter.sha256 });
    expect(await refusalOf(db, id, stranger)).toEqual({ code: 'not-signed-in' });
  });

  it('[A3] answers another workspace’s charter like an unknown one, and refuses what is no digest', async () => {
    const db = await open();
    const own = await buildWorkspace(db, { ratified: false });
    const other = await buildWorkspace(db, { ratified: false });
    const context = contextFor(db, own.north.moderators[0]);
    for (const sha256 of [other.charter.sha256, digestOf('unknown')]) {
      expect(await refusalOf(db, other.id, () => ratifyCharter(context, { sha256 }))).toEqual({ code: 'not-found' });
    }
    for (const input of [null, [], {}, { sha256: 1 }, { sha256: 'ABC' }, { sha256: own.charter.sha256, partyId: own.south.id }]) {
      expect((await refusalOf(db, own.id, () => ratifyCharter(context, input))).code).toBe('invalid-input');
    }
  });

  it('[H4] keeps claims closed to work until it is in force', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { ratified: false });
    const claim = await buildClaim(db, workspace);
    const opening = () => openClaim(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id, statement: 'fact' });
    expect(await refusalOf(db, workspace.id, opening)).toEqual({ code: 'no-charter-in-force' });
  });
});

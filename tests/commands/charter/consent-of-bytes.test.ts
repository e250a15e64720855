import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { openClaim } from '@/commands/claims/open-claim';
import type { Db } from '@/db/handle';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { memberOfPerson } from '@/db/queries/member-of-person';
import { memberOfSession } from '@/db/queries/member-of-session';
import { revisions } from '@/db/schema';
import { may } from '@/domain/policies/permissions';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { answerOf, buildClaim, buildSession, buildWorkspace, contextFor, noon, type Workspace } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildRevision, buildSignable, propose, sign } from '@/tests/support/sign';
import { tamper } from '@/tests/support/tamper';
import { refusalOf } from '@/tests/support/trace';
import { proposeNext } from './propose-next';

/** The rows of the Southern desk say that it only observes, whatever the charter says. */
async function demoteSouth(db: Db, { south }: Workspace): Promise<void> {
  await tamper(db, 'parties', sql`update parties set standing = 'observing' where id = ${south.id}`);
}

describeOnBothDatabases('consent', (open) => {
  it('[H7] [C21] is asked of every party of the charter when a row says that one only observes', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const claim = await buildSignable(db, workspace);
    await demoteSouth(db, workspace);
    const revision = answerOf(await propose(contextFor(db, north.checkers[0]), claim.id));
    const [row] = await db.select().from(revisions).where(eq(revisions.id, revision.id));
    const record = FrozenRecord.parse(JSON.parse(new TextDecoder().decode(row?.bytes)));
    expect(record.parties.map(({ id, standing }) => [id, standing])).toEqual([
      [north.id, 'signing'],
      [south.id, 'signing'],
      [workspace.mission.id, 'observing'],
    ]);
    expect(answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision)).state).toBe('signing');
    expect(answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision)).state).toBe('published');
  });

  it('[H7] is not frozen, signed or published under a record that names fewer parties than its charter', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    const [row] = await db.select().from(revisions).where(eq(revisions.id, revision.id));
    const record = FrozenRecord.parse(JSON.parse(new TextDecoder().decode(row?.bytes)));
    const parties = record.parties.map((party) => (party.id === south.id ? { ...party, standing: 'observing' as const } : party));
    const bytes = canonicalBytes({ ...record, parties });
    const sha256 = digestOf(bytes);
    await tamper(
      db,
      'revisions',
      sql`update revisions set bytes = decode(${Buffer.from(bytes).toString('hex')}, 'hex'), sha256 = ${sha256} where id = ${revision.id}`,
    );
    const signing = () => sign(contextFor(db, north.moderators[0]), workspace, { id: revision.id, sha256 });
    const refused = await signing();
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'parties-not-of-charter', clause: 'C21', parties: south.name } });
  });

  it('[H7] [H4] is not given to a charter by a state that a row claims', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { ratified: false });
    const claim = await buildClaim(db, workspace);
    await tamper(
      db,
      'charter_versions',
      sql`update charter_versions set state = 'in-force', in_force_at = now() where id = ${workspace.charter.id}`,
    );
    expect(await charterInForce({ workspaceId: workspace.id }, db)).toBeUndefined();
    const opening = () => openClaim(contextFor(db, workspace.north.checkers[0]), { claimId: claim.id, statement: 'fact' });
    expect(await refusalOf(db, workspace.id, opening)).toEqual({ code: 'no-charter-in-force' });
  });

  it('[H7] is not frozen or signed under a version that the parties have not ratified', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const revision = await buildRevision(db, workspace);
    const claim = await buildSignable(db, workspace);
    const next = await proposeNext(db, workspace);
    await tamper(db, 'revisions', sql`update revisions set charter_version_id = ${next.id} where id = ${revision.id}`);
    const under = { ...workspace, charter: next };
    const refused = await sign(contextFor(db, south.moderators[0]), under, revision);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'charter-not-ratified', clause: 'C21' } });
    await tamper(db, 'claims', sql`update claims set charter_version_id = ${next.id} where id = ${claim.id}`);
    const proposing = () => propose(contextFor(db, north.checkers[0]), claim.id);
    expect(await refusalOf(db, id, proposing)).toEqual({ code: 'no-charter-in-force' });
  });

  it('[H7] does not ratify bytes that have another digest than the one that was read', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { ratified: false });
    const sha256 = digestOf('another text');
    await tamper(db, 'charter_versions', sql`update charter_versions set sha256 = ${sha256} where id = ${workspace.charter.id}`);
    const ratifying = () => ratifyCharter(contextFor(db, workspace.north.moderators[0]), { sha256 });
    expect(await refusalOf(db, workspace.id, ratifying)).toEqual({ code: 'not-found' });
  });

  it('[H7] waits for the parties that the bytes name, whatever the rows say of them', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { ratified: false });
    await demoteSouth(db, workspace);
    const { sha256 } = workspace.charter;
    expect(answerOf(await ratifyCharter(contextFor(db, workspace.north.moderators[0]), { sha256 }))).toEqual({
      number: 1,
      state: 'proposed',
      missing: ['Southern desk'],
    });
    const [observer] = workspace.mission.observers;
    const standIn = {
      ...observer,
      role: 'moderator' as const,
      party: { ...observer.party, standing: 'signing' },
    } as typeof observer;
    const ratifying = () => ratifyCharter(contextFor(db, standIn), { sha256 });
    expect(await refusalOf(db, workspace.id, ratifying)).toEqual({ code: 'not-allowed', permission: 'charter.ratify' });
  });

  it('[H7] seats people by the charter, before it is ratified and after', async () => {
    const db = await open();
    for (const ratified of [false, true]) {
      const workspace = await buildWorkspace(db, { ratified });
      await demoteSouth(db, workspace);
      const [moderator] = workspace.south.moderators;
      const sid = await buildSession(db, moderator);
      const here = { personId: moderator.id, confirmedAt: noon };
      for (const member of [
        await memberOfSession({ sid, personId: moderator.id, now: noon }, db),
        await memberOfPerson(here, db),
      ])
        expect(member && may(member, 'charter.ratify')).toBe(true);
      const { parties } = await deskWorkspace({ workspaceId: workspace.id }, db);
      expect(parties.map(({ standing }) => standing)).toEqual(['signing', 'signing', 'observing']);
    }
  });
});

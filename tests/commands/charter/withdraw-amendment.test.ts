import { expect, it } from 'vitest';
import { ratifyCharter } from '@/commands/charter/ratify-charter';
import { withdrawAmendment } from '@/commands/charter/withdraw-amendment';
import { openAmendment } from '@/db/queries/open-amendment';
import { answerOf, buildWorkspace, contextFor } from '@/tests/support/build';
import { describeOnBothDatabases } from '@/tests/support/database';
import { expectOnlyEditors, lastEventOf, refusalOf } from '@/tests/support/trace';
import { buildAmendment, ratifyByBoth } from './amend';

const reason = 'The parties want to talk about it once more.';

describeOnBothDatabases('withdrawing an amendment', (open) => {
  it('[H14] is done by the party that proposed it, with a reason, whoever has ratified it', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id, north, south } = workspace;
    const { sha256 } = await buildAmendment(db, workspace, { minSources: 3 });
    answerOf(await ratifyCharter(contextFor(db, south.moderators[0]), { sha256 }));
    const input = { sha256, reason };
    expect(await refusalOf(db, id, () => withdrawAmendment(contextFor(db, south.moderators[0]), input))).toEqual({
      code: 'not-your-proposal',
    });
    const silent = () => withdrawAmendment(contextFor(db, north.moderators[0]), { sha256, reason: 'no' });
    expect(await refusalOf(db, id, silent)).toMatchObject({ code: 'invalid-input' });
    expect(answerOf(await withdrawAmendment(contextFor(db, north.moderators[1]), input))).toEqual({ number: 2 });
    expect(await openAmendment({ workspaceId: id }, db)).toBeUndefined();
    expect(await lastEventOf(db, id)).toMatchObject({ type: 'charter.withdrawn', facts: { number: 2, reason } });
    const late = () => ratifyCharter(contextFor(db, north.moderators[0]), { sha256 });
    expect(await refusalOf(db, id, late)).toEqual({ code: 'charter-superseded', number: 2 });
    const again = () => withdrawAmendment(contextFor(db, north.moderators[0]), input);
    expect(await refusalOf(db, id, again)).toEqual({ code: 'charter-superseded', number: 2 });
    expect(await buildAmendment(db, workspace, { minSources: 4 })).toMatchObject({ number: 3 });
  });

  it('[H14] is over with the last ratification', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const next = await buildAmendment(db, workspace, { minSources: 3 });
    await ratifyByBoth(db, workspace, next);
    const withdrawing = () => withdrawAmendment(contextFor(db, workspace.north.moderators[0]), { sha256: next.sha256, reason });
    expect(await refusalOf(db, workspace.id, withdrawing)).toMatchObject({ code: 'charter-in-notice', number: 2 });
  });

  it('[A2] [A3] is refused to others, of another desk, and of the version in force', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { sha256 } = await buildAmendment(db, workspace, { minSources: 3 });
    await expectOnlyEditors(db, workspace, (context) => withdrawAmendment(context, { sha256, reason }));
    const stranger = await buildWorkspace(db);
    const foreign = () => withdrawAmendment(contextFor(db, stranger.north.moderators[0]), { sha256, reason });
    expect(await refusalOf(db, workspace.id, foreign)).toEqual({ code: 'not-found' });
    const ruling = { sha256: workspace.charter.sha256, reason };
    const undoing = () => withdrawAmendment(contextFor(db, workspace.north.moderators[0]), ruling);
    expect(await refusalOf(db, workspace.id, undoing)).toEqual({ code: 'charter-superseded', number: 1 });
  });
});

import { expect, it } from 'vitest';
import { closeClaim } from '@/commands/claims/close-claim';
import { holdPublication } from '@/commands/revisions/hold-publication';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';
import { workOfParties } from '@/db/queries/desk/work-of-parties';
import { parityFigures } from '@/db/queries/parity-of';
import { parityWithLooks } from '@/db/queries/parity-with-looks';
import { answerOf, buildClaim, buildOpenClaim, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { retract } from '@/tests/support/retraction';
import { objection, say, wakeAt } from '@/tests/support/rounds';
import { buildRevision, dissent, propose, sign } from '@/tests/support/sign';

const hourMs = 3_600_000;
const inHours = (hours: number) => ({ now: new Date(noon.getTime() + hours * hourMs) });

describeOnBothDatabases('the parity figures of a desk', (open) => {
  it('[C42] [Y1] [Y2] [Y3] count what ended for each signing party, and nothing that is being signed', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    await buildClaim(db, workspace);
    const first = await buildRevision(db, workspace);
    const before = await parityFigures({ workspaceId: workspace.id }, db);
    expect(before.map(({ party, opened, proposed, positions }) => ({ name: party.name, opened, proposed, positions }))).toEqual([
      { name: north.name, opened: 1, proposed: 0, positions: none },
      { name: south.name, opened: 0, proposed: 0, positions: none },
    ]);

    answerOf(await sign(contextFor(db, north.moderators[0]), workspace, first));
    expect(await parityFigures({ workspaceId: workspace.id }, db)).toEqual(before);
    answerOf(await sign(contextFor(db, south.moderators[0], inHours(3)), workspace, first, dissent));
    const second = answerOf(await propose(contextFor(db, south.checkers[0], inHours(4)), first.claimId));
    for (const desk of [north, south]) answerOf(await sign(contextFor(db, desk.moderators[1], inHours(9)), workspace, second));

    const [ours, theirs] = await parityFigures({ workspaceId: workspace.id }, db);
    expect(ours).toMatchObject({ opened: 1, published: 1, proposed: 1, medianWaitMs: 0, longestWaitMs: 5 * hourMs });
    expect(ours?.fates).toMatchObject({ joint: 1, unfinished: 0 });
    expect(ours?.positions).toEqual({ ...none, approved: 2 });
    expect(theirs).toMatchObject({ opened: 0, published: 0, proposed: 1, medianWaitMs: 3 * hourMs, longestWaitMs: 5 * hourMs });
    expect(theirs?.positions).toEqual({ ...none, approved: 1, dissented: 1 });

    expect(await parityFigures({ workspaceId: workspace.id, since: inHours(4).now.toISOString() }, db)).toMatchObject([
      { opened: 0, proposed: 0, positions: { approved: 1 } },
      { opened: 0, proposed: 1, positions: { approved: 1 } },
    ]);
    expect((await parityWithLooks({ workspaceId: workspace.id }, db)).map(({ party }) => party.letter)).toEqual(['N', 'S']);
    const work = await workOfParties({ workspaceId: workspace.id, since: undefined }, db);
    expect(work.find(({ partyId }) => partyId === north.id)).toEqual({
      ...{ partyId: north.id, attached: 1, accepted: 1, disputed: 0, questions: 1 },
    });
    expect(await workOfParties({ workspaceId: workspace.id, since: inHours(1).now.toISOString() }, db)).toEqual([]);
  });

  it('[C42] [Y1] count objections, holds and withdrawn signatures of what has ended', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const { north, south } = workspace;
    const published = await buildRevision(db, workspace);
    const objected = await buildRevision(db, workspace);
    for (const revision of [published, objected]) answerOf(await say(db, workspace, revision, [north.moderators[0], 2]));
    answerOf(await say(db, workspace, objected, [south.moderators[0], 4, objection]));
    answerOf(await say(db, workspace, published, [south.moderators[0], 3]));
    const reason = 'The second source was withdrawn by its publisher.';
    const withdrawn = contextFor(db, south.moderators[0], inHours(5));
    answerOf(await withdrawSignOff(withdrawn, { revisionId: published.id, reason }));
    answerOf(await say(db, workspace, published, [south.moderators[0], 7]));
    const held = contextFor(db, north.moderators[1], inHours(8));
    answerOf(await holdPublication(held, { revisionId: published.id, reason, hours: 10 }));
    // Neither has ended: one cools off, the other waits.
    expect(await parityFigures({ workspaceId: workspace.id }, db)).toMatchObject([
      { held: 0, withdrew: 0, positions: none },
      { held: 0, withdrew: 0, positions: none },
    ]);
    for (const { id } of [published, objected]) await wakeAt(db, id, 2000);
    const [ours, theirs] = await parityFigures({ workspaceId: workspace.id }, db);
    expect(ours).toMatchObject({ held: 1, withdrew: 0, fates: { joint: 1, split: 1 }, positions: { ...none, approved: 2 } });
    expect(theirs).toMatchObject({ held: 0, withdrew: 1, objections: 1, positions: { ...none, approved: 1, objected: 1 } });
    expect(theirs).toMatchObject({ medianWaitMs: 3 * hourMs, longestWaitMs: 4 * hourMs });
  });

  it('[Y2] [Y3] say what became of each claim, and call nobody silent of what was withdrawn before its deadline', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { north, south } = workspace;
    const figures = () => parityFigures({ workspaceId: workspace.id }, db);
    const opened = await buildOpenClaim(db, workspace);
    expect(await figures()).toMatchObject([{ opened: 1, fates: { unfinished: 1, closed: 0 } }, { opened: 0 }]);
    const reason = 'An opinion, which nobody can check.';
    answerOf(await closeClaim(contextFor(db, north.moderators[0]), { claimId: opened.id, as: 'not-checkable', reason }));
    const proposed = await buildRevision(db, workspace);
    answerOf(await say(db, workspace, proposed, [south.moderators[0], 2, objection]));
    const [checker] = north.checkers;
    answerOf(await withdrawSignOff(contextFor(db, south.moderators[0], inHours(3)), { revisionId: proposed.id, reason }));
    answerOf(await withdrawRevision(contextFor(db, checker, inHours(4)), { revisionId: proposed.id, reason }));
    expect(await figures()).toMatchObject([
      { opened: 2, published: 0, proposed: 1, positions: none, fates: { unfinished: 1, closed: 1 } },
      { positions: none, objections: 1, withdrew: 1 },
    ]);
    const { revisionId } = await buildVerdict(db, workspace);
    await retract(db, workspace, revisionId);
    expect(await figures()).toMatchObject([{ opened: 3, published: 1, retracted: 1, fates: { joint: 0, 'taken-back': 1 } }, {}]);
  });

  it('[Y1] are of nobody while no charter is in force', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { ratified: false });
    expect(await parityFigures({ workspaceId: workspace.id }, db)).toEqual([]);
  });
});

const none = { approved: 0, dissented: 0, objected: 0, abstained: 0, silent: 0 };

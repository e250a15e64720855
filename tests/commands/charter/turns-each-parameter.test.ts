import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { acceptQuestion } from '@/commands/claims/accept-question';
import { openClaim } from '@/commands/claims/open-claim';
import { recordContact } from '@/commands/reply/record-contact';
import { holdPublication } from '@/commands/revisions/hold-publication';
import { previewRevision } from '@/commands/revisions/preview-revision';
import { acceptSource } from '@/commands/sources/accept-source';
import type { Db } from '@/db/handle';
import { challenges } from '@/db/schema';
import { clauses } from '@/domain/charter/clauses';
import { type CharterParameters, defaultRatings } from '@/domain/charter/parameters';
import { questionDigest } from '@/domain/record/canonical';
import type { Result } from '@/domain/result';
import {
  answerOf,
  buildClaim,
  buildOpenClaim,
  buildSource,
  buildWorkspace,
  contextFor,
  noon,
  type Workspace,
  writeRecord,
} from '@/tests/support/build';
import { buildChallenge, buildVerdict } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { hoursIn, objection, say, storedRevision, wakeAt } from '@/tests/support/rounds';
import {
  buildRevision,
  buildSignable,
  contact,
  dissent,
  northTexts,
  propose,
  question,
  sign,
  southAnalysis,
} from '@/tests/support/sign';
import { buildAmendment, daysAfterNoon, ratifyByBoth } from './amend';

/**
 * A parameter, two values that two desks have ratified, and what the same people at each then meet. The code of both is one: what differs is what the charter's
 * bytes say. A parameter without a row does not compile, or fails the first test below.
 */
type Turn<Name extends keyof CharterParameters> = {
  values: [CharterParameters[Name], CharterParameters[Name]];
  /** What becomes of the same doings. */
  meets: [string, string];
  doing: (db: Db, workspace: Workspace) => Promise<string>;
  /** What else both charters set, for the same to be met at all. */
  beside?: Partial<CharterParameters>;
};

const turns: { [Name in keyof CharterParameters]?: Turn<Name> } = {
  minAppearances: {
    values: [1, 2],
    meets: ['done', 'charter-unmet C01'],
    async doing(db, workspace) {
      const { id } = await buildClaim(db, workspace);
      return said(await openClaim(contextFor(db, workspace.north.checkers[0]), { claimId: id, statement: 'fact' }));
    },
  },
  minSources: { values: [2, 3], meets: ['done', 'charter-unmet C07'], doing: freeze },
  minIndependenceGroups: { values: [2, 3], meets: ['done', 'charter-unmet C08'], doing: freeze },
  minNonAligned: { values: [2, 3], meets: ['done', 'charter-unmet C08'], doing: freeze },
  minPrimary: { values: [1, 2], meets: ['done', 'charter-unmet C09'], doing: freeze },
  allowUnknownInterest: {
    values: [true, false],
    meets: ['done', 'charter-unmet C11'],
    async doing(db, workspace) {
      const { id } = await buildSignable(db, workspace);
      const third = await buildSource(db, workspace.north.checkers[0], id, { interest: 'unknown' });
      answerOf(await acceptSource(contextFor(db, workspace.south.checkers[0]), { sourceId: third.id, grading: 1 }));
      return said(await propose(contextFor(db, workspace.north.checkers[0]), id));
    },
  },
  ownWorkSharePercent: {
    values: [100, 10],
    meets: ['done', 'own-work'],
    async doing(db, workspace) {
      const revision = await revisionOf(db, workspace);
      return said(await sign(contextFor(db, workspace.south.moderators[0]), workspace, revision));
    },
  },
  signersPerParty: {
    values: [1, 2],
    meets: ['published', 'signing'],
    async doing(db, workspace) {
      const revision = await buildRevision(db, workspace);
      const { north, south } = workspace;
      answerOf(await sign(contextFor(db, north.moderators[0]), workspace, revision));
      return answerOf(await sign(contextFor(db, south.moderators[0]), workspace, revision)).state;
    },
  },
  ratings: {
    values: [defaultRatings, defaultRatings.filter(({ key }) => key !== 'not-accurate')],
    meets: ['done', 'rating-unknown'],
    doing: freeze,
  },
  replyWindowHours: { values: [0, 48], meets: ['done', 'charter-unmet C18'], doing: freeze },
  interestDays: {
    values: [180, 1],
    meets: ['done', 'interests-old'],
    async doing(db, workspace) {
      const revision = await buildRevision(db, workspace);
      const twoDaysLater = contextFor(db, workspace.south.moderators[0], { now: daysAfterNoon(2) });
      return said(await sign(twoDaysLater, workspace, revision));
    },
  },
  weakestProof: {
    values: ['password', 'code'],
    meets: ['done', 'proof-too-weak'],
    async doing(db, workspace) {
      const revision = await buildRevision(db, workspace);
      return said(await sign(contextFor(db, workspace.south.moderators[0]), workspace, revision));
    },
  },
  ackHours: {
    values: [48, 3],
    meets: ['48 168', '3 168'],
    doing: challenge,
  },
  decideHours: {
    values: [168, 50],
    meets: ['48 168', '48 50'],
    doing: challenge,
  },
  signoffHours: {
    values: [168, 24],
    meets: ['signing', 'no-joint-finding'],
    doing: oneApprovalAndThen(24 + 96),
  },
  mediationHours: {
    values: [96, 24],
    meets: ['signing', 'no-joint-finding'],
    doing: oneApprovalAndThen(168 + 24),
  },
  maxRounds: {
    values: [3, 1],
    meets: ['withdrawn', 'signing'],
    async doing(db, workspace) {
      const revision = await buildRevision(db, workspace);
      answerOf(await say(db, workspace, revision, [workspace.south.moderators[0], 1, dissent]));
      return becomes(db, revision);
    },
  },
  objectionHours: {
    values: [48, 0],
    meets: ['216', '168'],
    async doing(db, workspace) {
      const revision = await buildRevision(db, workspace);
      answerOf(await say(db, workspace, revision, [workspace.south.moderators[0], 1, objection]));
      const { signingEndsAt } = await storedRevision(db, revision.id);
      return `${hoursSinceNoon(signingEndsAt)}`;
    },
  },
  dissentWords: {
    values: [300, 50],
    meets: ['done', 'words-many'],
    async doing(db, workspace) {
      const revision = await buildRevision(db, workspace);
      const said51 = { ...dissent, reason: Array.from({ length: 51 }, () => 'truce').join(' ') };
      return said(await say(db, workspace, revision, [workspace.south.moderators[0], 1, said51]));
    },
  },
  coolingOffHours: {
    values: [0, 24],
    meets: ['published', 'cooling-off'],
    async doing(db, workspace) {
      return becomes(db, await approvedByBoth(db, workspace));
    },
  },
  safetyHoldHours: {
    values: [72, 24],
    meets: ['done', 'hold-too-long'],
    beside: { coolingOffHours: 24 },
    async doing(db, workspace) {
      const revision = await approvedByBoth(db, workspace);
      const reason = 'A witness has to leave the town first.';
      const context = contextFor(db, workspace.south.moderators[0], { now: hoursIn(2) });
      return said(await holdPublication(context, { revisionId: revision.id, reason, hours: 48 }));
    },
  },
  transparencyDays: {
    values: [0, 30],
    // The last signature stands; what is not said yet keeps back what it would publish.
    meets: ['published', 'signing'],
    async doing(db, workspace) {
      const revision = await buildRevision(db, workspace);
      answerOf(await sign(contextFor(db, workspace.north.moderators[0]), workspace, revision));
      return answerOf(await sign(contextFor(db, workspace.south.moderators[0]), workspace, revision)).state;
    },
  },
  minorCharacters: {
    values: [40, 20],
    meets: ['minor', 'update'],
    async doing(db, workspace) {
      const { claimId } = await buildVerdict(db, workspace);
      await writeRecord(db, workspace.south.checkers[0], claimId, { texts: { context: 'The talks went on for months.' } });
      const context = contextFor(db, workspace.south.checkers[0]);
      return answerOf(await previewRevision(context, { claimId })).corrects?.grade ?? 'no correction';
    },
  },
  noticeDays: {
    values: [0, 7],
    meets: ['in-force', 'notice'],
    async doing(db, workspace) {
      const next = await buildAmendment(db, workspace, { noticeDays: 90 });
      return (await ratifyByBoth(db, workspace, next)).state;
    },
  },
};

it('[H2] has a row for every parameter that a clause of the charter reads', () => {
  const read = new Set(clauses.flatMap(({ parameters }) => parameters));
  expect(Object.keys(turns).sort()).toEqual([...read].sort());
});

describeOnBothDatabases('a parameter of the charter', (open) => {
  it.each(Object.keys(turns))('[H2] [C38] changes what the software does when a charter turns it: %s', async (name) => {
    const db = await open();
    const turn = turnOf(name);
    for (const [index, meets] of turn.meets.entries()) {
      const workspace = await buildWorkspace(db, { parameters: { ...turn.beside, [name]: turn.values[index] } });
      expect(await turn.doing(db, workspace), `${name} of ${JSON.stringify(turn.values[index])}`).toBe(meets);
    }
  });
});

/** A record that meets every clause with the template's own numbers, frozen. */
async function freeze(db: Db, workspace: Workspace): Promise<string> {
  const { id } = await buildSignable(db, workspace);
  return said(await propose(contextFor(db, workspace.north.checkers[0]), id));
}

/** A published verdict that a reader challenges: the hours of both clocks. */
async function challenge(db: Db, workspace: Workspace): Promise<string> {
  const { slug } = await buildVerdict(db, workspace);
  const { id } = await buildChallenge(db, workspace, slug);
  const [row] = await db.select().from(challenges).where(eq(challenges.id, id));
  return `${hoursSinceNoon(row?.acknowledgeBy)} ${hoursSinceNoon(row?.decideBy)}`;
}

function hoursSinceNoon(moment: Date | null | undefined): number {
  return ((moment?.getTime() ?? 0) - noon.getTime()) / (60 * 60 * 1000);
}

/** One party approves and the other says nothing; what the clock makes of it so many hours after the freeze. */
function oneApprovalAndThen(hours: number) {
  return async (db: Db, workspace: Workspace) => {
    const revision = await buildRevision(db, workspace);
    answerOf(await say(db, workspace, revision, [workspace.north.moderators[0], 1]));
    await wakeAt(db, revision.id, hours);
    return becomes(db, revision);
  };
}

async function approvedByBoth(db: Db, workspace: Workspace) {
  const revision = await buildRevision(db, workspace);
  for (const desk of [workspace.north, workspace.south]) answerOf(await say(db, workspace, revision, [desk.moderators[0], 1]));
  return revision;
}

/** What a revision is published as or else where it stands. */
async function becomes(db: Db, { id }: { id: string }): Promise<string> {
  const { state, outcome, publishedAt } = await storedRevision(db, id);
  return publishedAt === null || outcome === 'joint' ? state : (outcome ?? state);
}

/** A frozen record of whose text a moderator of the Southern desk wrote the analysis. */
async function revisionOf(db: Db, workspace: Workspace) {
  const { north, south } = workspace;
  const claim = await buildOpenClaim(db, workspace);
  const against = await buildSource(db, north.checkers[0], claim.id);
  const supporting = await buildSource(db, south.checkers[0], claim.id, { stance: 'supports', primacy: 'secondary' });
  answerOf(await acceptSource(contextFor(db, south.checkers[1]), { sourceId: against.id, grading: 1 }));
  answerOf(await acceptSource(contextFor(db, north.checkers[1]), { sourceId: supporting.id, grading: 1 }));
  answerOf(await recordContact(contextFor(db, north.checkers[0]), { claimId: claim.id, ...contact }));
  await writeRecord(db, north.checkers[0], claim.id, { texts: northTexts, fields: { rating: 'not-accurate' } });
  await writeRecord(db, south.moderators[0], claim.id, { texts: southAnalysis(against.id) });
  for (const desk of [north, south]) {
    const input = { claimId: claim.id, questionSha256: questionDigest(question) };
    answerOf(await acceptQuestion(contextFor(db, desk.moderators[0]), input));
  }
  return answerOf(await propose(contextFor(db, north.checkers[0]), claim.id));
}

/** What was refused and by which clauses, or that it was done. */
function said(result: Result<unknown>): string {
  if (result.ok) return 'done';
  const { code, ...facts } = result.refusal;
  return 'clauses' in facts ? `${code} ${facts.clauses}` : code;
}

function turnOf(name: string): Turn<keyof CharterParameters> {
  const found = Object.entries(turns).find(([key]) => key === name)?.[1];
  if (found === undefined) throw new Error(`There is no row for ${name}.`);
  // Which parameter the values are of is only told by the key, and that one is used beside them.
  return found as unknown as Turn<keyof CharterParameters>;
}

import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { correctionGrades } from '@/domain/correction/grades';
import { retractionStates } from '@/domain/correction/retraction';
import { challenges } from './challenges';
import { claims } from './claims';
import { bytes, id, moment, visibleLength } from './columns';
import { isProof, isWhole, keyProof, proofKind } from './proof-columns';
import { revisions } from './revisions';
import { parties, people, workspaces } from './workspaces';

/** That a revision corrects another one, how gravely and why (C33). Written with the freeze; only the publication may make the grade graver (SPEC GC4). */
export const corrections = pgTable(
  'corrections',
  {
    revisionId: id('revision_id')
      .primaryKey()
      .references(() => revisions.id),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    correctsRevisionId: id('corrects_revision_id')
      .notNull()
      .references(() => revisions.id),
    grade: text('grade', { enum: correctionGrades }).notNull(),
    reason: text('reason').notNull(),
    /** The accepted challenge that it answers. */
    challengeId: id('challenge_id').references(() => challenges.id),
  },
  (t) => [
    index('corrections_corrected').on(t.correctsRevisionId),
    index('corrections_challenge').on(t.challengeId),
    check('corrections_grade', sql`${t.grade} in ('minor', 'update', 'substantial')`),
    check('corrections_reason', sql`${visibleLength(t.reason)} >= 20 and char_length(${t.reason}) <= 2000`),
    check('corrections_of_another', sql`${t.correctsRevisionId} <> ${t.revisionId}`),
  ],
);

/** That somebody proposed to retract a verdict, and what became of it (C35). */
export const retractions = pgTable(
  'retractions',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    claimId: id('claim_id')
      .notNull()
      .references(() => claims.id),
    revisionId: id('revision_id')
      .notNull()
      .references(() => revisions.id),
    state: text('state', { enum: retractionStates }).notNull(),
    reason: text('reason').notNull(),
    challengeId: id('challenge_id').references(() => challenges.id),
    proposedBy: id('proposed_by')
      .notNull()
      .references(() => people.id),
    proposedByParty: id('proposed_by_party')
      .notNull()
      .references(() => parties.id),
    proposedAt: moment('proposed_at').notNull(),
    endedAt: moment('ended_at'),
    /** Whose word ended it without a retraction, and why. */
    endedByParty: id('ended_by_party').references(() => parties.id),
    endedReason: text('ended_reason'),
    /** Order of the retractions that were made in the workspace: what is kept of public pages goes by it. */
    position: integer('position'),
  },
  (t) => [
    uniqueIndex('retractions_one_open').on(t.claimId).where(sql`${t.state} = 'proposed'`),
    uniqueIndex('retractions_once').on(t.revisionId).where(sql`${t.state} = 'made'`),
    unique('retractions_position').on(t.workspaceId, t.position),
    check('retractions_state', sql`${t.state} in ('proposed', 'made', 'declined', 'withdrawn')`),
    check('retractions_reason', sql`${visibleLength(t.reason)} >= 40 and char_length(${t.reason}) <= 2000`),
    check('retractions_ended', sql`(${t.state} = 'proposed') = (${t.endedAt} is null)`),
    check('retractions_position_when_made', sql`(${t.state} = 'made') = (${t.position} is not null)`),
    check(
      'retractions_ended_with_reason',
      sql`${t.state} not in ('declined', 'withdrawn') or (${t.endedByParty} is not null and ${visibleLength(t.endedReason)} >= 20)`,
    ),
  ],
);

/** A moderator's signed statement that a verdict is to be retracted, as the bytes that were signed, and how its signer proved who they are. Append-only (SPEC RT3). */
export const retractionSignOffs = pgTable(
  'retraction_sign_offs',
  {
    id: id('id').primaryKey(),
    workspaceId: id('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    retractionId: id('retraction_id')
      .notNull()
      .references(() => retractions.id),
    partyId: id('party_id')
      .notNull()
      .references(() => parties.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    /** Printed in public, frozen at signing. */
    signerName: text('signer_name').notNull(),
    bytes: bytes('bytes').notNull(),
    sha256: text('sha256').notNull(),
    at: moment('at').notNull(),
    /** Order among the statements on a retraction. */
    position: integer('position').notNull(),
    kind: proofKind('kind').notNull(),
    ...keyProof(),
  },
  (t) => [
    unique('retraction_sign_offs_once').on(t.retractionId, t.personId),
    unique('retraction_sign_offs_position').on(t.retractionId, t.position),
    check('retraction_sign_offs_kind', isProof(t.kind)),
    check('retraction_sign_offs_whole', isWhole(t, t.kind)),
  ],
);

import { eq, type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { decideChallenge } from '@/commands/challenges/decide-challenge';
import type { Db } from '@/db/handle';
import { rows } from '@/db/rows';
import { claims, signOffs } from '@/db/schema';
import { challengeMoves } from '@/domain/challenge/transitions';
import { claimMoves, revisionMoves } from '@/domain/claim/transitions';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { newId } from '@/platform/new-id';
import { answerOf, buildClaim, buildWorkspace, contextFor, noon } from '@/tests/support/build';
import { buildChallenge, decisionReason } from '@/tests/support/challenge';
import { describeOnBothDatabases } from '@/tests/support/database';
import { buildLastRound, hoursIn, say } from '@/tests/support/rounds';
import { buildRevision, dissent, sign } from '@/tests/support/sign';

/** What the database says to a statement: the message of its refusal, or that it was done. A statement that is done is undone. */
async function answerTo(db: Db, statement: SQL): Promise<string> {
  const undo = new Error('undo');
  try {
    await db.transaction(async (tx) => {
      await tx.execute(statement);
      throw undo;
    });
  } catch (thrown) {
    if (thrown === undo) return 'done';
    const { cause } = thrown as { cause?: { message?: string } };
    return cause?.message ?? String(thrown);
  }
  return 'done';
}

/** A desk with a published revision, a second one that waits for signatures, and everything they rest on. */
async function publishedDesk(db: Db) {
  const workspace = await buildWorkspace(db);
  const published = await buildRevision(db, workspace);
  for (const desk of [workspace.north, workspace.south])
    answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, published));
  return { workspace, published, waiting: await buildRevision(db, workspace) };
}

describeOnBothDatabases('what the database refuses by itself', (open) => {
  it('[L13] is every move that the tables of moves do not list', async () => {
    const db = await open();
    for (const [name, moves] of [
      ['claim_move_is_legal', claimMoves],
      ['revision_move_is_legal', revisionMoves],
    ] as const) {
      const table: Record<string, Record<string, string>> = moves;
      for (const from of Object.keys(table))
        for (const to of Object.keys(table)) {
          const [row] = rows<{ legal: boolean }>(await db.execute(sql`select ${sql.identifier(name)}(${from}, ${to}) as legal`));
          expect(row?.legal, `${from} to ${to}`).toBe(from === to || Object.values(table[from] ?? {}).includes(to));
        }
    }
  });

  it('[IN12] [IN13] is another title of a claim, and a duplicate of nothing or of itself', async () => {
    const db = await open();
    const { id } = await buildClaim(db, await buildWorkspace(db));
    expect(await answerTo(db, sql`update claims set neutral_title = 'Another' where id = ${id}`)).toMatch(/does not change/);
    const closed = sql`state = 'closed', closed_as = 'duplicate', closed_reason = 'the same'`;
    expect(await answerTo(db, sql`update claims set ${closed} where id = ${id}`)).toMatch(/claims_duplicate_named/);
    expect(await answerTo(db, sql`update claims set ${closed}, duplicate_of = id where id = ${id}`)).toMatch(
      /duplicate_of_another/,
    );
  });

  it('[L13] [C30] is any statement against a published verdict and what it rests on', async () => {
    const db = await open();
    const { workspace, published, waiting } = await publishedDesk(db);
    const { id } = published;
    const elsewhere = sql`(select party_id from memberships where workspace_id = ${workspace.id} and party_id <> ${workspace.north.id} limit 1)`;
    const statements: SQL[] = [
      sql`update revisions set published_at = published_at - interval '1 day' where id = ${id}`,
      sql`update revisions set proposed_by_party = ${elsewhere} where id = ${id}`,
      sql`update revisions set head_seq = 99 where id = ${id}`,
      sql`update revisions set state = 'superseded', ended_at = now() where id = ${id}; update revisions set state = 'withdrawn', published_at = null, ended_reason = 'gone' where id = ${id}`,
      sql`update revisions set state = 'withdrawn', published_at = null, ended_reason = 'gone' where id = ${id}`,
      sql`update revisions set state = 'published', published_at = now() where id = ${waiting.id}`,
      sql`update verdicts set outcome = 'split' where revision_id = ${id}`,
      sql`update verdicts set search_text = 'other' where revision_id = ${id}`,
      sql`update verdicts set revision_id = ${waiting.id}, position = position + 1 where revision_id = ${id}`,
      sql`delete from verdicts where revision_id = ${id}`,
      sql`update claims set slug = 'elsewhere' where id = ${published.claimId}`,
      sql`update claims set slug = null where id = ${published.claimId}`,
      sql`update claims set state = 'submitted' where id = ${published.claimId}`,
      sql`update claims set charter_version_id = null, state = 'closed', closed_as = 'withdrawn', closed_reason = 'x' where id = ${published.claimId}`,
      sql`delete from claims where id = ${published.claimId}`,
      sql`update parties set standing = 'observing' where id = ${workspace.south.id}`,
      sql`update charter_versions set state = 'proposed' where id = ${workspace.charter.id}`,
      sql`update charter_versions set in_force_at = now() where id = ${workspace.charter.id}`,
      sql`update question_acceptances set question_sha256 = 'x' where claim_id = ${published.claimId}`,
      sql`delete from question_acceptances where claim_id = ${published.claimId}`,
      sql`update sources set attached_by_party = ${workspace.south.id} where claim_id = ${published.claimId} and attached_by_party = ${workspace.north.id}`,
      sql`delete from sources where claim_id = ${published.claimId}`,
      sql`delete from publishers where workspace_id = ${workspace.id}`,
    ];
    for (const statement of statements) {
      const answer = await answerTo(db, statement);
      expect(answer, JSON.stringify(statement.queryChunks)).not.toBe('done');
    }
    expect(await answerTo(db, sql`update revisions set state = 'superseded', ended_at = now() where id = ${id}`)).toBe('done');
  });

  it('[L13] [H4] is a charter in force that a signing party of its bytes has not ratified, and bytes under another digest', async () => {
    const db = await open();
    const { charter, id } = await buildWorkspace(db, { ratified: false });
    const inForce = sql`update charter_versions set state = 'in-force', in_force_at = now() where id = ${charter.id}`;
    expect(await answerTo(db, inForce)).toContain('every signing party has ratified');
    const copy = (sha256: SQL, state: string) =>
      sql`insert into charter_versions (id, workspace_id, number, bytes, sha256, state, proposed_at)
        select ${newId()}::uuid, workspace_id, 9, bytes, ${sha256}, ${state}, proposed_at from charter_versions where id = ${charter.id}`;
    expect(await answerTo(db, copy(sql`${'0'.repeat(64)}`, 'proposed'))).toContain('digest');
    expect(await answerTo(db, copy(sql`sha256`, 'in-force'))).toContain('begins as proposed');
    expect(await answerTo(db, copy(sql`sha256`, 'proposed'))).toBe('done');
    const stored = sql`insert into objects (workspace_id, sha256, key, media_type, size_bytes, stored_at)
      values (${id}, 'no digest', 'no key', 'text/plain', 1, now())`;
    expect(await answerTo(db, stored)).toContain('objects_named_by_digest');
  });

  it('[L13] [C21] is the publication of a revision by statement, with one party’s approval or with none', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const revision = await buildRevision(db, workspace);
    const publishing = sql`update revisions set state = 'published', published_at = frozen_at where id = ${revision.id}`;
    expect(await answerTo(db, publishing)).toContain('every signing party');
    answerOf(await sign(contextFor(db, workspace.north.moderators[0]), workspace, revision));
    expect(await answerTo(db, publishing)).toContain('every signing party');
  });

  it('[L13] [C27] [C29] [C31] is a publication before its time, of a withdrawn approval, or as another outcome', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db, { parameters: { coolingOffHours: 24 } });
    const [north, south] = [workspace.north.moderators[0], workspace.south.moderators[0]];
    const split = await buildLastRound(db, workspace);
    answerOf(await say(db, workspace, split, [north, 1]));
    answerOf(await say(db, workspace, split, [south, 1, dissent]));
    const to = (id: string, state: string, outcome: string, [outcomeAt, releasesAt, publishedAt]: [number, number, number?]) =>
      sql`update revisions set state = ${state}, outcome = ${outcome}, outcome_at = ${hoursIn(outcomeAt).toISOString()}, releases_at = ${hoursIn(releasesAt).toISOString()},
        published_at = ${publishedAt === undefined ? null : hoursIn(publishedAt).toISOString()} where id = ${id}`;
    // The mediation of this one ends after 97 hours, its cooling-off after 121.
    for (const [statement, answer] of [
      [to(split.id, 'cooling-off', 'split', [96, 120]), 'every signing party'],
      [to(split.id, 'cooling-off', 'joint', [97, 121]), 'every signing party'],
      [to(split.id, 'cooling-off', 'no-joint-finding', [97, 121]), 'every signing party'],
      [to(split.id, 'cooling-off', 'split', [97, 120]), 'as long as the charter says'],
      [to(split.id, 'published', 'split', [97, 121, 121]), 'cooling-off is over'],
      [
        sql`update revisions set signing_ends_at = frozen_at, mediation_ends_at = frozen_at where id = ${split.id}`,
        'as far away as',
      ],
      [to(split.id, 'cooling-off', 'split', [97, 121]), 'done'],
    ] as const)
      expect(await answerTo(db, statement)).toContain(answer);

    const joint = await buildRevision(db, workspace);
    for (const person of [north, south]) answerOf(await say(db, workspace, joint, [person, 1]));
    const publish = (hours: number) =>
      sql`update revisions set state = 'published', published_at = ${hoursIn(hours).toISOString()} where id = ${joint.id}`;
    expect(await answerTo(db, publish(24.9))).toContain('cooling-off is over');
    expect(await answerTo(db, sql`update revisions set releases_at = outcome_at where id = ${joint.id}`)).toContain('moves away');
    expect(
      await answerTo(
        db,
        sql`update revisions set state = 'signing', outcome = null, outcome_at = null, releases_at = null where id = ${joint.id}`,
      ),
    ).toContain('when a signer withdraws');
    expect(await answerTo(db, publish(25))).toBe('done');
    const takenBack = sql`insert into sign_off_withdrawals (id, workspace_id, revision_id, sign_off_id, person_id, party_id, reason, at)
      select ${newId()}::uuid, workspace_id, revision_id, id, person_id, party_id, 'It is about another year.', ${hoursIn(2).toISOString()}::timestamptz
      from sign_offs where revision_id = ${joint.id} and party_id = ${workspace.south.id}`;
    expect(await answerTo(db, sql`${takenBack}; ${publish(25)}`)).not.toBe('done');
    await db.execute(takenBack);
    expect(await answerTo(db, publish(25))).toContain('every signing party');
  });

  it('[L13] [C25] is a deadline that the charter does not give, and a position taken after it is all over', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildRevision(db, workspace);
    const earlier = sql`signing_ends_at = signing_ends_at - interval '1 hour', mediation_ends_at = mediation_ends_at - interval '1 hour'`;
    for (const change of [earlier, sql`mediation_ends_at = signing_ends_at`, sql`signing_ends_at = null`, sql`round = 3`])
      expect(await answerTo(db, sql`update revisions set ${change} where id = ${id}`)).not.toBe('done');
    const { workspace: desk, published } = await publishedDesk(db);
    const again = sql`insert into sign_offs select ${newId()}::uuid, workspace_id, revision_id, party_id, person_id, decision, reason, cites, signer_name, bytes, sha256, at, 9, ground, 2
      from sign_offs where revision_id = ${published.id} and position = 1`;
    expect(await answerTo(db, again)).toContain('in signing');
    const late = sql`insert into sign_off_withdrawals (id, workspace_id, revision_id, sign_off_id, person_id, party_id, reason, at)
      select ${newId()}::uuid, workspace_id, revision_id, id, person_id, party_id, 'It is about another year.', at from sign_offs where revision_id = ${published.id}`;
    expect(await answerTo(db, late)).toContain('before publication');
    const hold = sql`insert into revision_holds (id, workspace_id, revision_id, party_id, person_id, reason, hours, at)
      values (${newId()}, ${desk.id}, ${published.id}, ${desk.north.id}, ${desk.north.moderators[0].id}, 'A witness has to leave first.', 1, now())`;
    expect(await answerTo(db, hold)).toContain('while it cools off');
  });

  it('[L13] [C19] [C21] [C25] is a position of a party that is not asked, of who has a conflict, one after the mediation, and an objection after the deadline', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildRevision(db, workspace);
    const { south, mission } = workspace;
    const ground = 'scope';
    for (const [decision, hours, conflict, answer, { party, person } = { party: south.id, person: south.moderators[0].id }] of [
      ['abstain', 1, 'none', 'of a signing party of the charter', { party: mission.id, person: mission.observers[0].id }],
      ['abstain', 1, 'declared', 'stands aside'],
      ['recuse', 1, 'declared', 'done'],
      ['abstain', 263, 'none', 'done'],
      ['abstain', 264, 'none', 'before the mediation is over'],
      ['object', 167, 'none', 'done'],
      ['object', 168, 'none', 'before the deadline'],
    ] as const) {
      const reason = 'The finding leaves out the week of less violence.';
      const of = { revision: id, party, member: person, decision, reason, cites: 'C10' };
      const bytes = canonicalBytes({ v: 3, ...of, conflict, ...(decision === 'object' ? { ground } : {}) });
      const moment = hoursIn(hours).toISOString();
      const statement = sql`insert into sign_offs (id, workspace_id, revision_id, party_id, person_id, decision, reason, cites, ground, signer_name, bytes, sha256, at, position)
        values (${newId()}, ${workspace.id}, ${id}, ${party}, ${person}, ${decision}, ${reason}, 'C10',
          ${decision === 'object' ? ground : null}, '', ${Buffer.from(bytes)}, ${digestOf(bytes)}, ${moment}, 1)`;
      expect(await answerTo(db, statement), `${decision} after ${hours} hours`).toContain(answer);
    }
  });

  it('[L13] is a sign-off whose columns say other than its statement', async () => {
    const db = await open();
    const { workspace, published } = await publishedDesk(db);
    const copy = (columns: SQL) =>
      sql`insert into sign_offs (id, workspace_id, revision_id, party_id, person_id, decision, reason, signer_name, bytes, sha256, at, position)
        select ${newId()}::uuid, workspace_id, ${columns}, reason, signer_name, bytes, sha256, at, 9
        from sign_offs where revision_id = ${published.id} and position = 1`;
    expect(await answerTo(db, copy(sql`revision_id, party_id, ${workspace.north.moderators[1].id}::uuid, decision`))).toContain(
      'what its statement says',
    );
    expect(await answerTo(db, copy(sql`revision_id, party_id, person_id, 'abstain'`))).toContain('what its statement says');
  });

  it('[L13] [GC1] [H18] is a correction that is said after the signing, and an exit that was not declared first', async () => {
    const db = await open();
    const { workspace, published, waiting } = await publishedDesk(db);
    const [moderator] = workspace.south.moderators;
    const corrects = sql`insert into corrections (revision_id, workspace_id, corrects_revision_id, grade, reason)
      values (${waiting.id}, ${workspace.id}, ${published.id}, 'minor', 'One word was spelled in two ways.')`;
    expect(await answerTo(db, corrects)).toContain('was read last');
    answerOf(await sign(contextFor(db, moderator), workspace, waiting));
    expect(await answerTo(db, corrects)).toContain('before anybody signs it');
    const exit = (columns: SQL, values: SQL) =>
      answerTo(
        db,
        sql`insert into party_exits (id, workspace_id, party_id, reason, declared_by, declared_at${columns})
          values (${newId()}, ${workspace.id}, ${workspace.south.id}, 'It is said by nobody of that party.', ${moderator.id}, now()${values})`,
      );
    expect(await exit(sql``, sql``)).toBe('done');
    expect(await exit(sql`, left_at, confirmed_by`, sql`, now(), ${moderator.id}`)).toContain('begins with a declaration');
  });

  it('[C26] is a reason of 40 characters of which a reader sees fewer', async () => {
    const db = await open();
    const workspace = await buildWorkspace(db);
    const { id } = await buildRevision(db, workspace);
    const [moderator] = workspace.south.moderators;
    for (const [reason, taken] of [
      [`a${' '.repeat(60)}b`, false],
      [`a${'\u200F'.repeat(60)}b`, false],
      [`a${'\u3000\u2800'.repeat(30)}b`, false],
      ['The finding leaves out the week of less violence.', true],
    ] as const) {
      const said = {
        v: 2,
        revision: id,
        party: workspace.south.id,
        member: moderator.id,
        decision: 'dissent',
        reason,
        cites: 'C10',
      };
      const bytes = canonicalBytes(said);
      const row = {
        id: newId(),
        workspaceId: workspace.id,
        revisionId: id,
        partyId: said.party,
        personId: said.member,
        at: noon,
      };
      const inserted = db
        .insert(signOffs)
        .values({
          ...row,
          decision: 'dissent',
          reason,
          cites: 'C10',
          signerName: '',
          bytes,
          sha256: digestOf(bytes),
          position: 1,
        })
        .then(() => 'taken')
        .catch((thrown: { cause?: { message?: string } }) => thrown.cause?.message ?? '');
      expect(await inserted).toContain(taken ? 'taken' : 'sign_offs_reasons');
    }
  });

  it.each([
    'events',
    'document_updates',
    'sign_offs',
    'charter_versions',
    'charter_ratifications',
    'objects',
    'revisions',
    'revision_authors',
    'verdicts',
    'claims',
    'parties',
    'question_acceptances',
    'searches',
    'appearances',
    'primary_justifications',
    'sources',
    'publishers',
    'sign_off_withdrawals',
    'revision_holds',
  ])('[L13] is emptying the table %s', async (table) => {
    const db = await open();
    expect(await answerTo(db, sql`truncate ${sql.identifier(table)} cascade`)).toContain('append-only');
  });

  it('[CH1] [CH2] is any change of what a challenge says, a move that the table does not list, and an end that the parties did not make', async () => {
    const db = await open();
    const { workspace, published } = await publishedDesk(db);
    const [claim] = await db.select({ slug: claims.slug }).from(claims).where(eq(claims.id, published.claimId));
    const { id } = await buildChallenge(db, workspace, claim?.slug ?? '');
    const table: Record<string, Record<string, string>> = challengeMoves;
    for (const from of Object.keys(table))
      for (const to of Object.keys(table)) {
        const [row] = rows<{ legal: boolean }>(await db.execute(sql`select challenge_move_is_legal(${from}, ${to}) as legal`));
        expect(row?.legal, `${from} to ${to}`).toBe(from === to || Object.values(table[from] ?? {}).includes(to));
      }
    const set = (columns: SQL) => answerTo(db, sql`update challenges set ${columns} where id = ${id}`);
    const north = workspace.north.id;
    for (const columns of [
      sql`words = 'Other words than these'`,
      sql`decide_by = decide_by + interval '1 day'`,
      sql`token_sha256 = 'x'`,
    ])
      expect(await set(columns)).toMatch(/does not change/);
    expect(
      await set(sql`state = 'accepted', acknowledged_at = now(), acknowledged_by_party = ${north}, ended_at = now()`),
    ).toMatch(/does not move/);
    expect(await set(sql`publishes_words = true`)).toMatch(/challenges_words_by_decision/);
    expect(await answerTo(db, sql`delete from challenges where id = ${id}`)).toMatch(/does not change/);
    const one = { challengeId: id, decision: 'decline', reason: decisionReason, publishesWords: false };
    answerOf(await decideChallenge(contextFor(db, workspace.north.moderators[0]), one));
    expect(await set(sql`state = 'declined', ended_at = now()`)).toMatch(/every signing party/);
    expect(await set(sql`state = 'accepted', ended_at = now()`)).toMatch(/the word of a party/);
    expect(await set(sql`acknowledged_at = now()`)).toMatch(/written once/);
    expect(await answerTo(db, sql`update challenge_decisions set decision = 'accept' where challenge_id = ${id}`)).not.toBe(
      'done',
    );
  });
});

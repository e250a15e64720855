import { withdrawRevision } from '@/commands/revisions/withdraw-revision';
import type { PersonKey } from './cast';
import type { ClaimKey } from './claims';
import type { DemoClock } from './clock';
import { positions, rounds } from './disputed-claims';
import { evidence, questionOf, type } from './record-scenes';
import { type Article, acceptTheQuestion, askForReply, propose, sign, submitAndOpen, wake } from './scenes';
import { done, type Stage } from './stage';
import { setField, typeSentence } from './type-text';
import type { SourceIds, SourceKey } from './typed';

type Told = { key: ClaimKey; by: PersonKey; sources: SourceKey[]; rating: string; opened: number; typed: number };

/** No joint finding: the Northern desk approved, and nobody of the Southern desk said anything until the mediation was over. */
export async function publishWithoutSouth(
  stage: Stage,
  clock: DemoClock,
  charterSha256: string,
  article: Article,
): Promise<void> {
  const { claimId } = await prepare(stage, clock, article, {
    ...{ key: 'table', by: 'n.checker2', rating: 'not-accurate', opened: 13, typed: 13 },
    sources: ['article', 'agreement', 'resolution'],
  });
  const revision = await propose(stage, claimId, 'n.checker', clock.day(13, '12:30'));
  await sign(stage, revision, charterSha256, 'n.moderator', clock.day(12, '09:05'), { decision: 'approve' });
  // Half and nine tenths of a week, its end, and four days of mediation.
  for (const [daysAgo, time] of [
    [9, '00:30'],
    [7, '19:42'],
    [6, '12:30'],
    [2, '12:30'],
  ] as const)
    await wake(stage, revision, clock.day(daysAgo, time));
  await stage.project(claimId);
}

/** Split: two rounds went back to work after a dissent, one of each desk; in the third the positions stand. */
export async function publishSplit(stage: Stage, clock: DemoClock, charterSha256: string, article: Article): Promise<void> {
  const { claimId } = await prepare(stage, clock, article, {
    ...{ key: 'civilians', by: 'n.checker', rating: 'not-accurate', opened: 12, typed: 12 },
    sources: ['article', 'unama2020', 'unama2021', 'agreement'],
  });
  const first = await propose(stage, claimId, 's.checker2', clock.day(11, '10:00'));
  const dissent = { decision: 'dissent', cites: 'E2' } as const;
  await sign(stage, first, charterSha256, 's.moderator', clock.day(11, '16:00'), { ...dissent, reason: rounds.noDay });
  await add(stage, claimId, 's.checker2', clock.day(10, '09:00'), rounds.summaryOfCivilians);
  const second = await propose(stage, claimId, 's.checker2', clock.day(10, '10:30'));
  await sign(stage, second, charterSha256, 'n.moderator2', clock.day(10, '15:00'), { ...dissent, reason: rounds.noHalf });
  await add(stage, claimId, 's.checker2', clock.day(9, '09:00'), rounds.moreOnCivilians);
  const third = await propose(stage, claimId, 's.checker2', clock.day(9, '11:00'));
  const approval = { decision: 'approve-with-statement', reason: positions.first } as const;
  await sign(stage, third, charterSha256, 'n.moderator', clock.day(9, '15:20'), approval);
  await sign(stage, third, charterSha256, 's.moderator', clock.day(8, '09:10'), { ...dissent, reason: positions.other });
  // Each desk has spoken in the last round: the mediation begins at once.
  await wake(stage, third, clock.day(4, '09:10'));
  await stage.project(claimId);
}

/** With dissent: both desks approve in the last round, and a moderator of the Southern desk does not. */
export async function publishWithDissent(stage: Stage, clock: DemoClock, charterSha256: string, article: Article): Promise<void> {
  const { claimId } = await prepare(stage, clock, article, {
    ...{ key: 'welcome', by: 's.checker', rating: 'mostly-not-accurate', opened: 10, typed: 10 },
    sources: ['article', 'agreement', 'declaration', 'resolution'],
  });
  const first = await propose(stage, claimId, 's.checker', clock.day(9, '09:30'));
  const taking = await stage.as('s.moderator', clock.day(9, '13:00'));
  done(await withdrawRevision(taking, { revisionId: first.id, reason: rounds.withdrawn }));
  await add(stage, claimId, 'n.checker', clock.day(9, '14:00'), rounds.summaryOfWelcome);
  const second = await propose(stage, claimId, 'n.checker', clock.day(8, '10:00'));
  const dissent = { decision: 'dissent', cites: 'C10' } as const;
  await sign(stage, second, charterSha256, 's.moderator', clock.day(8, '14:00'), { ...dissent, reason: rounds.noDeclaration });
  await add(stage, claimId, 'n.checker', clock.day(7, '09:00'), rounds.moreOnWelcome);
  const third = await propose(stage, claimId, 'n.checker', clock.day(7, '10:00'));
  const reason = positions.dissent;
  await sign(stage, third, charterSha256, 's.moderator2', clock.day(7, '14:00'), { decision: 'dissent', reason, cites: 'E4' });
  await sign(stage, third, charterSha256, 'n.moderator', clock.day(6, '10:20'), { decision: 'approve' });
  await sign(stage, third, charterSha256, 's.moderator', clock.day(6, '16:40'), { decision: 'approve' });
  await stage.project(claimId);
}

/** A claim with its documents and a record that meets every clause, made in a morning. */
export async function prepare(
  stage: Stage,
  clock: DemoClock,
  article: Article,
  { key, by, sources, rating, opened, typed }: Told,
): Promise<{ claimId: string; ids: SourceIds }> {
  const at = (time: string) => clock.day(opened, time);
  const claimId = await submitAndOpen(stage, key, by, article, { submitted: at('09:22'), opened: at('09:26') });
  await askForReply(stage, claimId, by, at('09:28'));
  const ids = await evidence(stage, claimId, article, clock, opened, sources, { attached: '09:3', accepted: '10:1' });
  await type(stage, key, claimId, clock, typed, ids);
  await stage.edit(by, claimId, clock.day(typed, '11:50'), (doc) => {
    setField(doc, 'rating', rating);
    setField(doc, 'topics', ['Ceasefires']);
  });
  for (const [moderator, time] of [
    ['n.moderator2', '12:05'],
    ['s.moderator2', '12:15'],
  ] as const)
    await acceptTheQuestion(stage, claimId, questionOf(key), moderator, clock.day(typed, time));
  return { claimId, ids };
}

/** What is added after a round that ended: the summary goes on. */
async function add(stage: Stage, claimId: string, by: PersonKey, at: Date, words: string): Promise<void> {
  await stage.edit(by, claimId, at, (doc) => typeSentence(doc, 'summary', words));
}

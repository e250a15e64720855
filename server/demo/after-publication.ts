import { eq } from 'drizzle-orm';
import { decideChallenge } from '@/commands/challenges/decide-challenge';
import { submitChallenge } from '@/commands/challenges/submit-challenge';
import { beginRetractionSignOff } from '@/commands/retractions/begin-retraction-sign-off';
import { proposeRetraction } from '@/commands/retractions/propose-retraction';
import { signRetraction } from '@/commands/retractions/sign-retraction';
import { challenges, claims } from '@/db/schema';
import type { DemoClock } from './clock';
import { challenged, takenBack } from './corrected-claims';
import { prepare } from './disagreements';
import { type Article, propose, sign, wake } from './scenes';
import { done, type Stage } from './stage';
import { typeText } from './type-text';
import { cite } from './typed';

/** Corrected: a reader asked for what was left out, one party accepted that, and both signed the update. */
export async function correctDay(stage: Stage, clock: DemoClock, charterSha256: string, article: Article): Promise<void> {
  const { claimId, ids } = await prepare(stage, clock, article, {
    ...{ key: 'day', by: 's.checker', rating: 'not-accurate', opened: 9, typed: 9 },
    sources: ['article', 'agreement', 'declaration'],
  });
  const first = await propose(stage, claimId, 's.checker', clock.day(8, '11:20'));
  await sign(stage, first, charterSha256, 'n.moderator', clock.day(8, '12:10'), { decision: 'approve' });
  await sign(stage, first, charterSha256, 's.moderator', clock.day(8, '12:40'), { decision: 'approve' });
  // A charter may let it cool off; what is published already is left as it is.
  await wake(stage, first, clock.day(7, '12:50'));
  const challengeId = await challenge(stage, claimId, clock);
  await stage.edit('n.checker', claimId, clock.day(5, '09:10'), (doc) => {
    const blocks = (source: typeof ids) => [cite(challenged.added, source('declaration'))];
    typeText(doc, { by: 'n.checker', text: 'analysis', blocks }, ids);
  });
  const correction = { grade: 'update', reason: challenged.correction, challengeId };
  const second = await propose(stage, claimId, 'n.checker', clock.day(5, '10:05'), correction);
  await sign(stage, second, charterSha256, 's.moderator', clock.day(5, '11:15'), { decision: 'approve' });
  await sign(stage, second, charterSha256, 'n.moderator', clock.day(5, '13:20'), { decision: 'approve' });
  await wake(stage, second, clock.day(4, '13:30'));
  await stage.project(claimId);
}

/** A reader's challenge, which one party's word accepts. */
async function challenge(stage: Stage, claimId: string, clock: DemoClock): Promise<string> {
  const at = clock.day(7, '18:30');
  const { db } = await stage.clock(at);
  const [claim] = await db.select().from(claims).where(eq(claims.id, claimId));
  const said = { about: 'evidence', words: challenged.words, locale: 'en', from: 'a reader of the demonstration' };
  const address = { workspaceId: claim?.workspaceId ?? '', slug: claim?.slug ?? '' };
  done(await submitChallenge(stage.visitor(at), { ...address, ...said }));
  const [received] = await db.select().from(challenges).where(eq(challenges.claimId, claimId));
  const challengeId = received?.id ?? '';
  const context = await stage.as('s.moderator', clock.day(6, '08:50'));
  const decision = { decision: 'accept', reason: challenged.answer, publishesWords: true };
  done(await decideChallenge(context, { challengeId, ...decision }));
  return challengeId;
}

/** Retracted: one party proposed it, and each has signed that. */
export async function retractNames(stage: Stage, clock: DemoClock, charterSha256: string, article: Article): Promise<void> {
  const { claimId } = await prepare(stage, clock, article, {
    ...{ key: 'names', by: 'n.checker2', rating: 'not-accurate', opened: 8, typed: 8 },
    sources: ['article', 'agreement', 'declaration'],
  });
  const revision = await propose(stage, claimId, 'n.checker2', clock.day(7, '11:40'));
  await sign(stage, revision, charterSha256, 's.moderator', clock.day(7, '12:20'), { decision: 'approve' });
  await sign(stage, revision, charterSha256, 'n.moderator', clock.day(7, '12:50'), { decision: 'approve' });
  await wake(stage, revision, clock.day(6, '13:00'));
  const proposing = await stage.as('s.checker', clock.day(4, '10:10'));
  const { id: retractionId } = done(await proposeRetraction(proposing, { revisionId: revision.id, reason: takenBack }));
  for (const [moderator, time] of [
    ['n.moderator', '11:30'],
    ['s.moderator', '14:05'],
  ] as const) {
    const context = await stage.as(moderator, clock.day(4, time));
    const { nonce } = done(await beginRetractionSignOff(context, { retractionId, conflict: 'none' }));
    done(await signRetraction(context, { retractionId, nonce, proof: { kind: 'password' } }));
  }
  await stage.project(claimId);
}

import { and, eq, max } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { mailMoment } from '@/commands/mail-moment';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { schedule } from '@/commands/schedule';
import type { Tx } from '@/db/handle';
import { challenges, charterVersions, claims, revisions, verdicts, workspaces } from '@/db/schema';
import { clocksFrom } from '@/domain/challenge/clocks';
import { NewChallenge } from '@/domain/challenge/new-challenge';
import { Charter, lists } from '@/domain/charter/charter-text';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { env } from '@/platform/env';
import { isLocale } from '@/platform/interface-languages';
import { takeAttempt } from '@/platform/rate-limit';
import { mailChallenger, sealContact } from './challenge-mail';
import { nextChange } from './next-change';
import { tellOfChallenge } from './tell-of-challenge';

/** `from` is the client's address as the server saw it; `workspaceId` and `slug` are those of the page. */
export const SubmitChallengeInput = NewChallenge.extend({
  workspaceId: z.uuid(),
  slug: z.string().regex(/^[a-z0-9-]{1,120}$/),
  locale: z.string().refine(isLocale),
  from: z.string(),
});
type Input = z.output<typeof SubmitChallengeInput>;

export type SubmitChallengeRefusal =
  | InputRefusal
  | Refusal<'not-found'>
  | Refusal<'looks-automatic'>
  | Refusal<'no-correction-route'>
  | (Refusal<'too-many-attempts'> & { retryAfterSeconds: number });

export type SubmittedChallenge = { number: number; token: string; acknowledgeBy: string; decideBy: string };

/**
 * Takes down what somebody holds against a published verdict (C32). Nobody is asked who they are. The clocks are those of the charter that the revision is bound
 * by; the answer's token is the one key to the challenger's own page (SPEC CH7).
 */
export async function submitChallenge(
  context: Context,
  input: unknown,
): Promise<Result<SubmittedChallenge, SubmitChallengeRefusal>> {
  const parsed = parseInput(SubmitChallengeInput, input);
  if (!parsed.ok) return parsed;
  if (parsed.value.website !== undefined) return refuse({ code: 'looks-automatic' });
  const attempt = await takeAttempt([{ key: `challenge from ${parsed.value.from}`, limit: env().CHALLENGES_PER_ADDRESS }]);
  if (!attempt.allowed) return refuse({ code: 'too-many-attempts', retryAfterSeconds: attempt.retryAfterSeconds });
  const token = context.randomHex(32);

  return withTransaction(context, async (tx) => {
    const standing = await lockStanding(tx, parsed.value);
    if (standing === undefined) return refuse({ code: 'not-found' });
    if (!lists(standing.charter, 'C32')) return refuse({ code: 'no-correction-route' });
    const clocks = clocksFrom(context.now, standing.charter.parameters);
    const challenge = await store(tx, context, { input: parsed.value, standing, clocks, token });
    for (const at of [clocks.acknowledgeBy, clocks.decideBy])
      await schedule(tx, context, {
        kind: 'challenge.advance',
        workspaceId: challenge.workspaceId,
        subjectId: challenge.id,
        // The clock is over behind its stroke, not on it.
        at: new Date(at.getTime() + 1),
      });
    await mailChallenger(tx, context, {
      challenge,
      kind: 'challenge-receipt',
      facts: {
        desk: standing.desk,
        number: String(challenge.number),
        acknowledgeBy: mailMoment(clocks.acknowledgeBy),
        decideBy: mailMoment(clocks.decideBy),
      },
    });
    await recordEvent(tx, context, {
      type: 'challenge.received',
      workspaceId: challenge.workspaceId,
      claimId: challenge.claimId,
      subjectId: challenge.id,
      facts: { number: challenge.number, revision: standing.number },
    });
    await tellOfChallenge(tx, context, { kind: 'challenge-received', challenge, until: clocks.acknowledgeBy });
    return ok({
      number: challenge.number,
      token,
      acknowledgeBy: clocks.acknowledgeBy.toISOString(),
      decideBy: clocks.decideBy.toISOString(),
    });
  });
}

type Standing = { claimId: string; revisionId: string; number: number; desk: string; charter: Charter };

/** The revision that counts now, with its claim locked, so that it is not replaced meanwhile. */
async function lockStanding(tx: Tx, { workspaceId, slug }: Input): Promise<Standing | undefined> {
  const [claim] = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.workspaceId, workspaceId), eq(claims.slug, slug)))
    .for('update');
  if (claim === undefined) return undefined;
  const [row] = await tx
    .select({ revisionId: revisions.id, number: revisions.number, bytes: charterVersions.bytes, desk: workspaces.name })
    .from(verdicts)
    .innerJoin(revisions, eq(revisions.id, verdicts.revisionId))
    .innerJoin(charterVersions, eq(charterVersions.id, revisions.charterVersionId))
    .innerJoin(workspaces, eq(workspaces.id, verdicts.workspaceId))
    .where(and(eq(verdicts.claimId, claim.id), eq(revisions.state, 'published')));
  if (row === undefined) return undefined;
  const { bytes, ...standing } = row;
  return { ...standing, claimId: claim.id, charter: Charter.parse(JSON.parse(new TextDecoder().decode(bytes))) };
}

async function store(
  tx: Tx,
  context: Context,
  { input, standing, clocks, token }: { input: Input; standing: Standing; clocks: ReturnType<typeof clocksFrom>; token: string },
) {
  const { workspaceId, about, words, url, email, locale } = input;
  await lockWorkspace(tx, workspaceId);
  const [last] = await tx
    .select({ number: max(challenges.number) })
    .from(challenges)
    .where(eq(challenges.workspaceId, workspaceId));
  const row = {
    ...{ id: context.newId(), workspaceId, claimId: standing.claimId, revisionId: standing.revisionId },
    ...{ number: (last?.number ?? 0) + 1, state: 'received' as const, about, words, url: url ?? null, locale },
    sealedContact: email === undefined ? null : sealContact({ email, token }),
    tokenSha256: digestOf(token),
    receivedAt: context.now,
    ...clocks,
    publishesWords: false,
    change: await nextChange(tx, workspaceId),
  };
  await tx.insert(challenges).values(row);
  return row;
}

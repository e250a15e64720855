import type { Context } from '@/commands/command';
import { freshForMs } from '@/domain/charter/check-signing';
import type { Member } from '@/domain/policies/actor';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type NotConfirmed = Refusal<'not-confirmed'> & { minutes: number };

/** Lets a member through who has proved who they are as lately as a signature asks for (C22): whoever finds a session open changes no keys with it. */
export function freshlyConfirmed({ now }: Context, { confirmedAt }: Pick<Member, 'confirmedAt'>): Result<true, NotConfirmed> {
  const isFresh = now.getTime() - confirmedAt.getTime() <= freshForMs;
  return isFresh ? ok(true) : refuse({ code: 'not-confirmed', minutes: freshForMs / 60_000 });
}

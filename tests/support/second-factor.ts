import { beginSecondFactor } from '@/commands/membership/begin-second-factor';
import { turnOnSecondFactor } from '@/commands/membership/turn-on-second-factor';
import type { Db } from '@/db/handle';
import { codeOf, stepMs } from './authenticator';
import { actorFor, answerOf, buildSession, contextOf, noon, type Person, password } from './build';

/** A moment so many time steps of the app after noon. */
export const stepsLater = (steps: number) => new Date(noon.getTime() + steps * stepMs);

/** A person with a second factor that was turned on at noon, with the code of that moment. */
export async function withSecondFactor(db: Db, person: Person): Promise<{ secret: string; recoveryCodes: string[] }> {
  const context = contextOf(db, actorFor(person, { sid: await buildSession(db, person) }));
  const { secret } = answerOf(await beginSecondFactor(context, { password }));
  const { recoveryCodes } = answerOf(await turnOnSecondFactor(context, { code: codeOf(secret, noon) }));
  return { secret, recoveryCodes };
}

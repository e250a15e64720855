import type { Context } from '@/commands/command';
import { addPasskey } from '@/commands/passkeys/add-passkey';
import { beginPasskey } from '@/commands/passkeys/begin-passkey';
import { answerOf } from './build';
import type { SoftwareKey } from './software-key';

/** Has a person's key taken. Answers its id here. */
export async function enrol(context: Context, key: SoftwareKey, name = 'Phone'): Promise<string> {
  const { options } = answerOf(await beginPasskey(context, {}));
  return answerOf(await addPasskey(context, { name, registration: key.register(options.challenge) })).id;
}

import type { Context } from '@/commands/command';
import { answerReset } from '@/commands/membership/answer-reset';

/** Answers every request for a new password that waits (SPEC M20), one after another, until none does or the process stops. */
export async function answerResets(newContext: () => Context, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const answered = await answerReset(newContext());
    if (!answered.ok || answered.value === 'none-waits') return;
  }
}

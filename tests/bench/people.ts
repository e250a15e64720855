import { fork } from 'node:child_process';
import type { Jobs } from './clients/generator';

/** The generator's process, one job at a time. */
export type People = {
  ask<Job extends keyof Jobs>(job: Job, ...input: Parameters<Jobs[Job]>): Promise<Awaited<ReturnType<Jobs[Job]>>>;
  dismiss(): void;
};

type Answer = { id: number; result?: never; fault?: string };

export function people(program: string): People {
  // JSON has no infinity, and a document that never comes takes as long.
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
  return {
    ask: (job, ...[input]) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, ({ result, fault }) => {
          if (fault === undefined) resolve(result as never);
          else reject(new Error(`${job}: ${fault}`));
        });
        child.send({ id: asked, job, input: input ?? {} });
      }),
    dismiss: () => void child.kill(),
  };
}

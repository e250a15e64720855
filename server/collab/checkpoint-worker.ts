import { parentPort } from 'node:worker_threads';
import { type CheckpointParts, type MadeCheckpoint, makeCheckpoint } from './make-checkpoint';

/** What the server's thread sends and hears; `task` pairs them. */
export type CheckpointTask = { task: number; parts: CheckpointParts };
export type CheckpointAnswer = { task: number } & ({ made: MadeCheckpoint } | { fault: string });

parentPort?.on('message', ({ task, parts }: CheckpointTask) => {
  parentPort?.postMessage(answer(task, parts));
});

function answer(task: number, parts: CheckpointParts): CheckpointAnswer {
  try {
    return { task, made: makeCheckpoint(parts) };
  } catch (fault) {
    return { task, fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

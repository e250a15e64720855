import { Worker } from 'node:worker_threads';
import type { CheckpointAnswer, CheckpointTask } from './checkpoint-worker';
import type { CheckpointParts, MadeCheckpoint } from './make-checkpoint';

/** Starting a thread takes longer than most checkpoints, and one that does nothing holds memory. */
const idleMs = 10_000;

/**
 * The worker thread that makes checkpoints, started when there is something to do and ended when there has been nothing for a while. Sockets are served
 * meanwhile. Bundled, it stands beside `dist/main.js`; in development and in tests it is read by tsx as this file is.
 */
export class CheckpointThread {
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #tasks = 0;
  readonly #waiting = new Map<number, { resolve: (made: MadeCheckpoint) => void; reject: (fault: unknown) => void }>();

  make(parts: CheckpointParts): Promise<MadeCheckpoint> {
    clearTimeout(this.#idle);
    const worker = this.#worker ?? this.#start();
    this.#tasks += 1;
    const message: CheckpointTask = { task: this.#tasks, parts };
    return new Promise((resolve, reject) => {
      this.#waiting.set(message.task, { resolve, reject });
      worker.postMessage(message);
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = import.meta.url.endsWith('.ts')
      ? fromSource()
      : new Worker(new URL('./checkpoint-worker.js', import.meta.url));
    // A server that ends waits for nothing here; whoever wants a checkpoint first waits for its promise.
    worker.unref();
    worker.on('message', (answer: CheckpointAnswer) => this.#hear(answer));
    worker.on('error', (fault) => this.#end(worker, fault));
    worker.on('exit', () => this.#end(worker, new Error('The thread for checkpoints has ended.')));
    this.#worker = worker;
    return worker;
  }

  #hear(answer: CheckpointAnswer): void {
    const waiting = this.#waiting.get(answer.task);
    this.#waiting.delete(answer.task);
    if ('made' in answer) waiting?.resolve(answer.made);
    else waiting?.reject(new Error(answer.fault));
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => void this.stop(), idleMs);
    this.#idle.unref();
  }

  #end(worker: Worker, fault: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(fault);
    this.#waiting.clear();
  }
}

/** Node hands `--import tsx` on to no thread, so the thread loads tsx itself. */
function fromSource(): Worker {
  const file = JSON.stringify(new URL('./checkpoint-worker.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${file}))`, { eval: true });
}

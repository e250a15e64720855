import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newPostgresUrl } from '@/tests/support/database';
import type { ChildOrders } from './support/child';
import type { Desk } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { until } from './support/until';

const kills = 3;
const wordsEach = 25;

describe.each(['pglite', 'postgres'] as const)('a server on %s that is killed while people type', (kind) => {
  let folder: string;
  let where: ChildOrders['where'];
  let child: ChildProcess | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-kill-'));
    where = kind === 'pglite' ? { dataDir: folder } : { url: await newPostgresUrl() };
  });
  afterEach(async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(): Promise<{ url: string; desk: Desk }> {
    const orders: ChildOrders = { where, kept: join(folder, 'desk.json') };
    const program = ['--import', 'tsx', 'tests/server/collab/support/child.ts', JSON.stringify(orders)];
    const started = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    for await (const line of createInterface({ input: started.stdout })) return JSON.parse(line);
    throw new Error('The server ended before it listened.');
  }

  async function kill(): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Three people type words, each in a frame of its own, until all had some acknowledged; the server is killed in the middle of it. */
  async function typeUntilKilled(
    { url, desk }: { url: string; desk: Desk },
    round: number,
  ): Promise<{ acknowledged: string[]; seen: string[] }> {
    const writers = await Promise.all(
      [desk.anna, desk.bela, desk.cleo].map(async ({ name, ...person }) => {
        const editor = await new Editor(url, desk.record, await headersOf(person)).synced();
        return { name, editor, before: editor.saved.frames, words: [] as string[] };
      }),
    );
    await until('everybody has words that are acknowledged', () => {
      for (const { name, editor, words } of writers) {
        const word = `${name}${round}w${words.length} `;
        words.push(word);
        editor.text().insert(editor.text().length, word);
      }
      return writers.every(({ editor, before }) => editor.saved.frames - before >= wordsEach);
    });
    await kill();
    const acknowledged = writers.flatMap(({ editor, before, words }) => words.slice(0, editor.saved.frames - before));
    const seen = writers.flatMap(({ editor, words }) => words.filter((word) => shownToOthers(writers, editor, word)));
    // None may come back: what they hold would hide a loss.
    for (const { editor } of writers) editor.leave();
    return { acknowledged, seen };
  }

  it(`[T14] [P17] has everything that was acknowledged and everything that others saw, after each of ${kills} kills`, {
    timeout: 180_000,
  }, async () => {
    const promised = new Set<string>();
    let server = await start();
    for (let round = 1; round <= kills; round++) {
      const { acknowledged, seen } = await typeUntilKilled(server, round);
      expect(acknowledged.length).toBeGreaterThanOrEqual(3 * wordsEach);
      expect(seen.length).toBeGreaterThan(0);
      for (const word of [...acknowledged, ...seen]) promised.add(word);
      server = await start();
      const reader = await new Editor(server.url, server.desk.record, await headersOf(server.desk.omar)).synced();
      const text = reader.text().toString();
      expect([...promised].filter((word) => !text.includes(word))).toEqual([]);
      expect([...promised].filter((word) => text.split(word).length > 2)).toEqual([]);
      reader.leave();
    }
  });
});

function shownToOthers(writers: readonly { editor: Editor }[], author: Editor, word: string): boolean {
  return writers.some(({ editor }) => editor !== author && editor.text().toString().includes(word));
}

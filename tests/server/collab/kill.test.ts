import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftRoot } from '@/domain/charter/draft';
import { newPostgresUrl } from '@/tests/support/database';
import type { ChildOrders } from './support/child';
import type { Desk } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { until } from './support/until';

const kills = 3;
const wordsEach = 25;

/** `charter` is the draft of its charter. */
type Running = { url: string; desk: Desk & { charter: string } };

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

  async function start(): Promise<Running> {
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
    { url, desk }: Running,
    round: number,
  ): Promise<{ acknowledged: string[]; seen: string[]; chosen: number }> {
    const writers = await Promise.all(
      [desk.anna, desk.bela, desk.cleo].map(async ({ name, ...person }) => {
        const editor = await new Editor(url, desk.record, await headersOf(person)).synced();
        return { name, editor, before: editor.saved.frames, words: [] as string[] };
      }),
    );
    const drafter = await new Editor(url, desk.charter, await headersOf(desk.bela)).synced();
    const [choicesBefore, choices] = [drafter.saved.frames, [] as number[]];
    await until('everybody has words that are acknowledged', () => {
      for (const { name, editor, words } of writers) {
        const word = `${name}${round}w${words.length} `;
        words.push(word);
        editor.text().insert(editor.text().length, word);
      }
      // Every choice is higher than the one before it, so that the one that is there tells which were lost.
      choices.push(51 + (round - 1) * 300 + choices.length);
      drafter.doc.getMap(draftRoot).set('dissentWords', Math.min(choices.at(-1) ?? 0, round * 300));
      const hasSaved = ({ editor, before }: { editor: Editor; before: number }) => editor.saved.frames - before >= wordsEach;
      return [...writers, { editor: drafter, before: choicesBefore }].every(hasSaved);
    });
    await kill();
    const acknowledged = writers.flatMap(({ editor, before, words }) => words.slice(0, editor.saved.frames - before));
    const seen = writers.flatMap(({ editor, words }) => words.filter((word) => shownToOthers(writers, editor, word)));
    // None may come back: what they hold would hide a loss.
    for (const editor of [drafter, ...writers.map((writer) => writer.editor)]) editor.leave();
    return { acknowledged, seen, chosen: choices[drafter.saved.frames - choicesBefore - 1] ?? 0 };
  }

  it(`[T14] [P17] has everything that was acknowledged and everything that others saw, in a record and in a draft of the charter, after each of ${kills} kills`, {
    timeout: 180_000,
  }, async () => {
    const promised = new Set<string>();
    let server = await start();
    for (let round = 1; round <= kills; round++) {
      const { acknowledged, seen, chosen } = await typeUntilKilled(server, round);
      expect(acknowledged.length).toBeGreaterThanOrEqual(3 * wordsEach);
      expect(seen.length).toBeGreaterThan(0);
      for (const word of [...acknowledged, ...seen]) promised.add(word);
      server = await start();
      const reader = await new Editor(server.url, server.desk.record, await headersOf(server.desk.omar)).synced();
      const text = reader.text().toString();
      expect([...promised].filter((word) => !text.includes(word))).toEqual([]);
      expect([...promised].filter((word) => text.split(word).length > 2)).toEqual([]);
      reader.leave();
      const draft = await new Editor(server.url, server.desk.charter, await headersOf(server.desk.omar)).synced();
      expect(draft.doc.getMap(draftRoot).get('dissentWords')).toBeGreaterThanOrEqual(Math.min(chosen, round * 300));
      draft.leave();
    }
  });
});

function shownToOthers(writers: readonly { editor: Editor }[], author: Editor, word: string): boolean {
  return writers.some(({ editor }) => editor !== author && editor.text().toString().includes(word));
}

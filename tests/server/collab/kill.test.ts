import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from './support/desk';
import { Editor, headersOf } from './support/editor';
import { until } from './support/until';

describe('a server that is killed while people type', () => {
  let dataDir: string;
  let child: ChildProcess | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'countersign-kill-'));
  });
  afterEach(async () => {
    await kill();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<{ url: string; desk: Desk }> {
    const started = spawn(process.execPath, ['--import', 'tsx', 'tests/server/collab/support/child.ts', dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
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

  /** Types words w1, w2 … each in a frame of its own, until at least forty are acknowledged, and kills the server in the middle of it. */
  async function typeUntilKilled(url: string, desk: Desk, round: number): Promise<{ acknowledged: string[]; seen: string[] }> {
    const writer = await new Editor(url, desk.record, await headersOf(desk.anna)).synced();
    const watcher = await new Editor(url, desk.record, await headersOf(desk.bela)).synced();
    const before = writer.saved.frames;
    const words: string[] = [];
    await until('forty words are acknowledged', () => {
      const word = `r${round}w${words.length} `;
      words.push(word);
      writer.text().insert(writer.text().length, word);
      return writer.saved.frames - before >= 40;
    });
    await kill();
    const acknowledged = words.slice(0, writer.saved.frames - before);
    const seen = words.filter((word) => watcher.text().toString().includes(word));
    // Neither may come back: what they hold would hide a loss.
    writer.leave();
    watcher.leave();
    return { acknowledged, seen };
  }

  it('[P17] has everything that was acknowledged and everything that others saw, after each of two kills', {
    timeout: 180_000,
  }, async () => {
    const promised: string[] = [];
    for (const round of [1, 2]) {
      const { url, desk } = await start();
      const { acknowledged, seen } = await typeUntilKilled(url, desk, round);
      expect(acknowledged.length).toBeGreaterThanOrEqual(40);
      promised.push(...acknowledged, ...seen);
      const again = await start();
      const reader = await new Editor(again.url, desk.record, await headersOf(desk.omar)).synced();
      const text = reader.text().toString();
      expect(promised.filter((word) => !text.includes(word))).toEqual([]);
      expect(promised.filter((word) => text.split(word).length > 2)).toEqual([]);
      reader.leave();
      await kill();
    }
  });
});

import type { Sql } from 'postgres';
import { describe, expect, it } from 'vitest';
import { prepareOftenAsked } from '@/db/prepare-often-asked';

/** A driver's client that says which statements it was told to prepare. */
function listening(): { client: Sql; told: [text: string, prepare: boolean | undefined][] } {
  const told: [string, boolean | undefined][] = [];
  const unsafe = (text: string, _: unknown, options?: { prepare?: boolean }) => told.push([text, options?.prepare]);
  return { client: { unsafe } as unknown as Sql, told };
}

describe('what the database is asked', () => {
  it('is prepared from the third time on', () => {
    const { client, told } = listening();
    prepareOftenAsked(client);
    for (const _ of [1, 2, 3, 4]) void client.unsafe('select 1', []);
    expect(told.map(([, prepare]) => prepare)).toEqual([false, false, true, true]);
  });

  it('is never prepared when it writes, unless the caller says so', () => {
    const { client, told } = listening();
    prepareOftenAsked(client);
    for (const _ of [1, 2, 3, 4]) void client.unsafe('insert into claims values ($1)', ['']);
    void client.unsafe('insert into claims values ($1)', [''], { prepare: true });
    expect(told.map(([, prepare]) => prepare)).toEqual([false, false, false, false, true]);
  });

  it('is not kept without a bound, whatever is asked', () => {
    const { client, told } = listening();
    prepareOftenAsked(client);
    for (let n = 0; n < 1_000; n++) for (const _ of [1, 2, 3]) void client.unsafe(`select ${n}`, []);
    expect(new Set(told.flatMap(([text, prepare]) => (prepare === true ? text : []))).size).toBe(300);
  });
});

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const DemoAccount = z.strictObject({
  email: z.string(),
  password: z.string(),
  name: z.string(),
  party: z.string(),
  role: z.string(),
});
export type DemoAccount = z.infer<typeof DemoAccount>;

const path = (dataDir: string) => join(dataDir, 'demo-accounts.json');

/** The demo world's accounts, with passwords made at random, in a file that only its owner reads. */
export const announceAccounts = {
  write(dataDir: string, accounts: DemoAccount[]): void {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path(dataDir), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  },
  read(dataDir: string): DemoAccount[] | undefined {
    if (!existsSync(path(dataDir))) return undefined;
    return z.array(DemoAccount).parse(JSON.parse(readFileSync(path(dataDir), 'utf8')));
  },
};

/** The same as a table for the console. */
export function accountTable(accounts: DemoAccount[]): string {
  const columns = ['party', 'role', 'email', 'password'] as const;
  const widths = columns.map((column) => Math.max(column.length, ...accounts.map((account) => account[column].length)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd();
  return [line(columns), ...accounts.map((account) => line(columns.map((column) => account[column])))].join('\n');
}

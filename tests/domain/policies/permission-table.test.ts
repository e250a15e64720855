import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { permissions, type Seat, seats } from '@/domain/policies/permissions';

const path = 'docs/permissions.md';

const heading = `# Who may do what

Made from \`domain/policies/permissions.ts\` by \`tests/domain/policies/permission-table.test.ts\`; \`UPDATE_DOCS=1 npx vitest run --project unit tests/domain/policies\` writes it again.
A seat is a role together with the standing of its party: checkers and moderators are those of a signing party, and every member of an observing party sits as an observer.
A newcomer is a member of a party that the charter in force does not name: one that joins with the next version, or that no version names any more.
The table opens a door and no more. Behind it the charter's clauses still ask about the thing itself: a private note is its own party's, nobody accepts a source of
their own party or signs their own work, and only the proposing party withdraws. What is not listed is refused, and a visitor without a session may do nothing here.
`;

it('[A2] docs/permissions.md shows the permission table as it is', () => {
  const expected = page();
  // biome-ignore lint/style/noProcessEnv: a switch of this one test, and no setting of the product.
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, expected);
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '', `${path} is stale: run this test with UPDATE_DOCS=1.`).toBe(
    expected,
  );
});

function page(): string {
  const rows = Object.entries(permissions).map(([name, allowed]: [string, readonly Seat[]]) =>
    row([`\`${name}\``, ...seats.map((seat) => (allowed.includes(seat) ? 'yes' : '–'))]),
  );
  return [heading, row(['permission', ...seats]), row(['---', ...seats.map(() => ':-:')]), ...rows, ''].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

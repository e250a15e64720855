import { getTranslations } from 'next-intl/server';
import { route } from '@/app/_adapters/route';
import { csvReport } from '@/app/_words/csv-report';
import { rowIssueWords } from '@/app/_words/row-issue-words';
import { authorizeParty } from '@/commands/authorize';
import { importOfDesk, rowsOfImport } from '@/db/queries/desk/imports-of-desk';
import { refuse } from '@/domain/result';

/** What became of each row, as CSV in the member's language (SPEC IN11). */
export const GET = route(async ({ params, context }) => {
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { workspaceId, party, locale } = authorized.value;
  const importId = params.importId ?? '';
  const found = await importOfDesk({ importId, workspaceId, partyId: party.id }, context.db);
  if (found === undefined) return refuse({ code: 'not-found' });
  const t = await getTranslations({ locale, namespace: 'intake' });
  const say = Object.assign((key: string, facts?: Record<string, string | number>) => t(key, facts), {
    has: (key: string) => t.has(key),
  });
  const rows = (await rowsOfImport({ importId, workspaceId }, context.db)).map(
    ({ number, state, claimNumber, issues, wording }) => [
      number,
      t(`row.${state}`),
      claimNumber ?? '',
      issues.map((issue) => rowIssueWords(issue, say)).join(' '),
      wording,
    ],
  );
  const head = ['number', 'result', 'claim', 'reason', 'wording'].map((name) => t(`report.${name}`));
  return new Response(csvReport([head, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="import-${importId.slice(-12)}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
});

import { getTranslations } from 'next-intl/server';
import { route } from '@/app/_adapters/route';
import { csvReport } from '@/app/_words/csv-report';
import { rowIssueWords, sayer } from '@/app/_words/row-issue-words';
import { authorizeParty } from '@/commands/authorize';
import { importOfDesk, rowsOfImport } from '@/db/queries/desk/imports-of-desk';
import { refuse } from '@/domain/result';

const columns = ['number', 'result', 'claim', 'field', 'value', 'reason', 'advice', 'wording'] as const;
const nothing = { field: '', value: '', reason: '', advice: '' };

/** What became of each row, as CSV in the member's language, with a line for each reason why one was refused (SPEC IN11). */
export const GET = route(async ({ params, context }) => {
  const authorized = authorizeParty(context.actor, 'claim.import');
  if (!authorized.ok) return authorized;
  const { workspaceId, party, locale } = authorized.value;
  const importId = params.importId ?? '';
  const found = await importOfDesk({ importId, workspaceId, partyId: party.id }, context.db);
  if (found === undefined) return refuse({ code: 'not-found' });
  const t = await getTranslations({ locale, namespace: 'intake' });
  const say = sayer(t);
  const rows = await rowsOfImport({ importId, workspaceId }, context.db);
  const lines = rows.flatMap(({ number, state, claimNumber, issues, wording }) =>
    (issues.length === 0 ? [nothing] : issues.map((issue) => rowIssueWords(issue, say))).map(
      ({ field, value, reason, advice }) => [
        ...[number, t(`row.${state}`), claimNumber ?? '', field, value, reason, advice, wording],
      ],
    ),
  );
  const head = columns.map((name) => t(`report.${name}`));
  return new Response(csvReport([head, ...lines]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="import-${importId.slice(-12)}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
});

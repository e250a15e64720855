import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { authorNames } from '@/db/queries/desk/authors-of-desk';
import type { DeskClaim } from '@/db/queries/desk/claim-of-desk';
import { sourcesOfClaim } from '@/db/queries/desk/sources-of-desk';
import { versionsOfRecord } from '@/db/queries/desk/versions-of-record';
import { recordDocument } from '@/domain/record/document-name';
import { DeskPage } from '../../../../../_frame/desk-page';
import { loadDesk } from '../../../../../_frame/load-desk';
import { CompareForm } from './compare-form';
import { NameVersion } from './name-version.client';
import type { HistoryView } from './read-address';
import { Timeline } from './timeline';
import { VersionChanges } from './version-changes';
import { VersionText } from './version-text';

/** What the record said and when on the left, the moments to come back to on the right. */
export async function VersionsPage({ claim, address }: { claim: DeskClaim; address: HistoryView }) {
  const { db, context, member, abilities } = await loadDesk();
  const t = await getTranslations('desk.versions');
  const { items, nextCursor } = await versionsOfRecord({ claimId: claim.id, before: address.cursor }, db);
  const seq = address.version ?? items[0]?.seq;
  if (seq === undefined) notFound();
  const listed = items.find((version) => version.seq === seq);
  // Versions follow each other without a gap: what came before one ends where its own edits begin.
  const previous = (listed?.from ?? seq) - 1;
  const since = Math.min(address.since ?? previous, seq);
  const next = items[items.findIndex((version) => version.seq === seq) - 1]?.seq;
  const sources = await sourcesOfClaim({ claimId: claim.id, workspaceId: member.workspaceId }, db);
  const numbers = new Map(sources.map(({ id, number }) => [id, number]));
  const changes = await context.collab.changesBetween(
    recordDocument(claim.id),
    { from: since, to: seq },
    (id) => `[E${numbers.get(id) ?? '?'}]`,
  );
  if (changes === undefined) notFound();
  const people = [
    ...items.flatMap(({ authors, names, restored }) => [...authors, ...names, ...(restored === null ? [] : [restored])]),
    ...[...changes.texts.flatMap(({ lines }) => lines.flat()), ...changes.fields].flatMap(({ by }) =>
      by === undefined ? [] : [by],
    ),
  ];
  const nameOf = await authorNames({ authors: people }, db);
  const isOpen = claim.state === 'open';
  const base = `/desk/claims/${claim.id}/history`;
  return (
    <DeskPage
      place="claims"
      crumbs={[{ label: t('claim', { number: claim.number }), href: `/desk/claims/${claim.id}` }, { label: t('title') }]}
    >
      <div className="edit">
        <main id="main" className="canvas" tabIndex={-1}>
          <h1>{t('heading', { number: claim.number })}</h1>
          <nav className="seg" aria-label={t('steps')}>
            {previous >= 1 && (
              <Link href={`${base}?version=${previous}`} rel="prev">
                {t('earlier')}
              </Link>
            )}
            <Link
              href={`${base}?version=${seq}&since=${Math.max(since, 1)}`}
              aria-current={address.show === 'changes' ? 'true' : undefined}
            >
              {t('changes')}
            </Link>
            <Link href={`${base}?version=${seq}&show=text`} aria-current={address.show === 'text' ? 'true' : undefined}>
              {t('text')}
            </Link>
            {next !== undefined && (
              <Link href={`${base}?version=${next}`} rel="next">
                {t('later')}
              </Link>
            )}
          </nav>
          {address.show === 'changes' ? (
            <VersionChanges changes={changes} nameOf={nameOf} />
          ) : (
            <VersionText claimId={claim.id} seq={seq} numbers={numbers} />
          )}
        </main>
        <aside className="rr" aria-label={t('list')}>
          <div className="in panel">
            {isOpen && abilities['version.name'] && <NameVersion claimId={claim.id} seq={seq} />}
            <CompareForm items={items} since={Math.max(since, 1)} version={seq} />
            <Timeline
              claimId={claim.id}
              items={items}
              selected={seq}
              nameOf={nameOf}
              canRestore={isOpen && abilities['version.restore']}
              older={nextCursor === undefined ? undefined : `${base}?cursor=${nextCursor}`}
            />
          </div>
        </aside>
      </div>
    </DeskPage>
  );
}

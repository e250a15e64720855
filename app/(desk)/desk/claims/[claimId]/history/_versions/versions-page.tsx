import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { authorNames } from '@/db/queries/desk/authors-of-desk';
import type { DeskClaim } from '@/db/queries/desk/claim-of-desk';
import { sourcesOfClaim } from '@/db/queries/desk/sources-of-desk';
import { versionsOfRecord } from '@/db/queries/desk/versions-of-document';
import { recordDocument } from '@/domain/record/document-name';
import { authorsOfChanges } from '@/platform/authors-of-changes';
import { loadDesk } from '../../../../../_frame/load-desk';
import { peopleOfVersions } from './people-of-versions';
import type { HistoryView } from './read-address';
import { readingOf } from './reading-of';
import { VersionChanges } from './version-changes';
import { VersionText } from './version-text';
import { VersionsView } from './versions-view';

/** The versions of a claim's record. */
export async function VersionsPage({ claim, address }: { claim: DeskClaim; address: HistoryView }) {
  const { db, context, member, abilities } = await loadDesk();
  const t = await getTranslations('desk.versions');
  const { items, nextCursor } = await versionsOfRecord({ claimId: claim.id, before: address.cursor }, db);
  const reading = readingOf(items, address);
  if (reading === undefined) notFound();
  const sources = await sourcesOfClaim({ claimId: claim.id, workspaceId: member.workspaceId }, db);
  const numbers = new Map(sources.map(({ id, number }) => [id, number]));
  const changes = await context.collab.changesBetween(
    recordDocument(claim.id),
    { from: reading.since, to: reading.seq },
    (id) => `[E${numbers.get(id) ?? '?'}]`,
  );
  if (changes === undefined) notFound();
  const nameOf = await authorNames({ authors: [...peopleOfVersions(items), ...authorsOfChanges(changes)] }, db);
  const isOpen = claim.state === 'open';
  return (
    <VersionsView
      subject={{
        crumbs: [{ label: t('claim', { number: claim.number }), href: `/desk/claims/${claim.id}` }, { label: t('title') }],
        heading: t('heading', { number: claim.number }),
        newest: t('newest'),
        base: `/desk/claims/${claim.id}/history`,
        api: `/api/v1/claims/${claim.id}/versions`,
        canName: isOpen && abilities['version.name'],
        canRestore: isOpen && abilities['version.restore'],
      }}
      {...{ items, nextCursor, reading, nameOf }}
      show={address.show}
    >
      {address.show === 'changes' ? (
        <VersionChanges changes={changes} nameOf={nameOf} />
      ) : (
        <VersionText claimId={claim.id} seq={reading.seq} numbers={numbers} />
      )}
    </VersionsView>
  );
}

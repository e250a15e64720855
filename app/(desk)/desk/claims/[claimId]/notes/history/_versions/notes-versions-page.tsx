import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { authorNames } from '@/db/queries/desk/authors-of-desk';
import type { DeskClaim } from '@/db/queries/desk/claim-of-desk';
import { versionsOfNotes } from '@/db/queries/desk/versions-of-document';
import { notesDocument } from '@/domain/record/document-name';
import { authorsOfLines } from '@/platform/authors-of-changes';
import { loadDesk } from '../../../../../../_frame/load-desk';
import { peopleOfVersions } from '../../../history/_versions/people-of-versions';
import type { HistoryView } from '../../../history/_versions/read-address';
import { readingOf } from '../../../history/_versions/reading-of';
import { VersionsView } from '../../../history/_versions/versions-view';
import { NoNotes } from './no-notes';
import { NotesChanges } from './notes-changes';
import { NotesText } from './notes-text';
import { OwnPartyOnly } from './own-party-only';

/** The versions of the reader's party's notes: the party is that of the seat, and no address names another. */
export async function NotesVersionsPage({
  claim,
  party,
  address,
}: {
  claim: DeskClaim;
  party: { id: string; name: string };
  address: HistoryView;
}) {
  const { db, context, abilities } = await loadDesk();
  const t = await getTranslations('history.notes');
  const versions = await getTranslations('desk.versions');
  const { items, nextCursor } = await versionsOfNotes({ claimId: claim.id, partyId: party.id, before: address.cursor }, db);
  const crumbs = [
    { label: versions('claim', { number: claim.number }), href: `/desk/claims/${claim.id}?panel=notes` },
    { label: t('title') },
  ];
  const heading = t('heading', { number: claim.number });
  const reading = readingOf(items, address);
  if (reading === undefined) return <NoNotes crumbs={crumbs} heading={heading} />;
  const { since: from, seq: to } = reading;
  const changes = await context.collab.notesChangesBetween(notesDocument(claim.id, party.id), { from, to });
  if (changes === undefined) notFound();
  const nameOf = await authorNames({ authors: [...peopleOfVersions(items), ...authorsOfLines(changes.lines)] }, db);
  return (
    <VersionsView
      subject={{
        ...{ crumbs, heading, newest: t('newest') },
        base: `/desk/claims/${claim.id}/notes/history`,
        api: `/api/v1/claims/${claim.id}/notes/versions`,
        canName: abilities['notes.write'],
        canRestore: abilities['notes.write'],
      }}
      {...{ items, nextCursor, reading, nameOf }}
      show={address.show}
    >
      <OwnPartyOnly party={party}>
        {address.show === 'changes' ? (
          <NotesChanges changes={changes} nameOf={nameOf} />
        ) : (
          <NotesText document={notesDocument(claim.id, party.id)} seq={to} />
        )}
      </OwnPartyOnly>
    </VersionsView>
  );
}

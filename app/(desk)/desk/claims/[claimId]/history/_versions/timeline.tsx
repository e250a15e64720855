import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PartyMark } from '@/components/record/party-mark';
import { Chip } from '@/components/ui/chip';
import { DateText } from '@/components/ui/date-text';
import { Pagination } from '@/components/ui/pagination';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { DeskAuthor } from '@/db/queries/desk/authors-of-desk';
import type { DeskVersion } from '@/db/queries/desk/versions-of-document';
import type { Author } from '@/platform/ports';
import { CommandButton } from '../../../../../_forms/command-button.client';
import { loadDesk } from '../../../../../_frame/load-desk';

/** The moments of a record or of notes, newest first, with who edited until then. Each earlier one comes back with one click, and that click is a version too. */
export async function Timeline({
  base,
  api,
  newest,
  items,
  selected,
  nameOf,
  canRestore,
  older,
}: {
  base: string;
  api: string;
  /** What the present state is called. */
  newest: string;
  items: DeskVersion[];
  selected: number;
  nameOf: (author: Author) => DeskAuthor;
  canRestore: boolean;
  older: string | undefined;
}) {
  const { workspace } = await loadDesk();
  const t = await getTranslations('desk.versions');
  return (
    <>
      <h2>{t('list')}</h2>
      <ol reversed>
        {items.map((version) => (
          <li key={version.seq} className="hist-line">
            <Link href={`${base}?version=${version.seq}`} aria-current={version.seq === selected ? 'true' : undefined}>
              <DateText at={version.at} timeZone={workspace.timeZone} />
            </Link>
            <Marks version={version} newest={newest} nameOf={nameOf} />
            <ul>
              {version.authors.map((author) => (
                <li key={`${author.personId} ${author.partyId}`}>
                  <Person author={nameOf(author)} /> <span className="muted">{t('edits', { count: author.edits })}</span>
                </li>
              ))}
            </ul>
            {canRestore && !version.isNewest && (
              <CommandButton action={`${api}/${version.seq}/restore`} size="small">
                {t('restore')}{' '}
                <VisuallyHidden>
                  <DateText at={version.at} timeZone={workspace.timeZone} />
                </VisuallyHidden>
              </CommandButton>
            )}
          </li>
        ))}
      </ol>
      <Pagination next={older} label={t('pages')} />
    </>
  );
}

function Person({ author }: { author: DeskAuthor }) {
  return (
    <>
      {author.party !== null && (
        <PartyMark position={author.party.position} letter={author.party.letter} size="sm" label={author.party.name} />
      )}{' '}
      <bdi>{author.name}</bdi>
    </>
  );
}

/** What is special about a moment, in words. */
async function Marks({
  version,
  newest,
  nameOf,
}: {
  version: DeskVersion;
  newest: string;
  nameOf: (author: Author) => DeskAuthor;
}) {
  const t = await getTranslations('desk.versions');
  const { names, revision, restored, isBeforeLoss, isNewest } = version;
  const marks = [
    ...(isNewest ? [newest] : []),
    ...names.map((named) => t('named', { name: named.name, by: nameOf(named).name })),
    ...(revision === null ? [] : [t('revision', { number: revision })]),
    ...(restored === null ? [] : [t('restored', { by: nameOf(restored).name })]),
    ...(isBeforeLoss ? [t('beforeLoss')] : []),
  ];
  if (marks.length === 0) return null;
  return (
    <p className="chips">
      {marks.map((mark) => (
        <Chip key={mark}>{mark}</Chip>
      ))}
    </p>
  );
}

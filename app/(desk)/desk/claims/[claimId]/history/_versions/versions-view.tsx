import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { DeskAuthor } from '@/db/queries/desk/authors-of-desk';
import type { DeskVersion } from '@/db/queries/desk/versions-of-document';
import type { Author } from '@/platform/ports';
import { DeskPage } from '../../../../../_frame/desk-page';
import { CompareForm } from './compare-form';
import { NameVersion } from './name-version.client';
import type { HistoryView } from './read-address';
import type { Reading } from './reading-of';
import { Timeline } from './timeline';

/** What the versions are of: the record, or a party's notes. */
export type Subject = {
  crumbs: { label: string; href?: string }[];
  heading: string;
  /** What its present state is called. */
  newest: string;
  /** The address of the page, and of the versions in the API. */
  base: string;
  api: string;
  canName: boolean;
  canRestore: boolean;
};

/** What a text said and when on the left, the moments to come back to on the right. */
export async function VersionsView({
  subject,
  items,
  nextCursor,
  reading: { seq, since, previous, next },
  show,
  nameOf,
  children,
}: {
  subject: Subject;
  items: DeskVersion[];
  nextCursor: number | undefined;
  reading: Reading;
  show: HistoryView['show'];
  nameOf: (author: Author) => DeskAuthor;
  children: ReactNode;
}) {
  const t = await getTranslations('desk.versions');
  const { crumbs, heading, newest, base, api, canName, canRestore } = subject;
  return (
    <DeskPage place="claims" crumbs={crumbs}>
      <div className="edit">
        <main id="main" className="canvas" tabIndex={-1}>
          <h1>{heading}</h1>
          <nav className="seg" aria-label={t('steps')}>
            {previous >= 1 && (
              <Link href={`${base}?version=${previous}`} rel="prev">
                {t('earlier')}
              </Link>
            )}
            <Link
              href={`${base}?version=${seq}&since=${Math.max(since, 1)}`}
              aria-current={show === 'changes' ? 'true' : undefined}
            >
              {t('changes')}
            </Link>
            <Link href={`${base}?version=${seq}&show=text`} aria-current={show === 'text' ? 'true' : undefined}>
              {t('text')}
            </Link>
            {next !== undefined && (
              <Link href={`${base}?version=${next}`} rel="next">
                {t('later')}
              </Link>
            )}
          </nav>
          {children}
        </main>
        <aside className="rr" aria-label={t('list')}>
          <div className="in panel">
            {canName && <NameVersion action={api} seq={seq} />}
            <CompareForm items={items} since={Math.max(since, 1)} version={seq} />
            <Timeline
              {...{ base, api, newest, items, nameOf, canRestore }}
              selected={seq}
              older={nextCursor === undefined ? undefined : `${base}?cursor=${nextCursor}`}
            />
          </div>
        </aside>
      </div>
    </DeskPage>
  );
}

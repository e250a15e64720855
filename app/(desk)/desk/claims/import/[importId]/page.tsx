import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { importOfDesk, suggestedReading } from '@/db/queries/desk/imports-of-desk';
import { id } from '@/domain/text-input';
import { DeskPage } from '../../../../_frame/desk-page';
import { loadDesk } from '../../../../_frame/load-desk';
import { ImportProgress } from './_import/import-progress';
import { ReadingForm } from './_import/reading-form.client';
import { RowsOfState } from './_import/rows-of-state';

type Address = { params: Promise<{ importId: string }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  await requirePageActor();
  const found = await loadImport((await params).importId);
  return { title: found?.fileName ?? (await getTranslations('intake.import'))('title') };
}

/** One list of claims: how it is to be read, how far it is, and which rows were refused and why. */
export default async function ImportPage({ params }: Address) {
  await requirePageActor();
  const found = await loadImport((await params).importId);
  if (found === undefined) notFound();
  const { workspace, context, db } = await loadDesk();
  const t = await getTranslations('intake.import');
  const today = context.now.toISOString().slice(0, 10);
  return (
    <DeskPage place="claims" crumbs={[{ label: t('title'), href: '/desk/claims/import' }, { label: found.fileName }]}>
      <main id="main" className="list" tabIndex={-1}>
        <div className="lh">
          <h1>
            <bdi>{found.fileName}</bdi>
          </h1>
        </div>
        <p className="muted num">
          {t(`kind.${found.kind}`)} · {t('rows', { rows: found.rows })}
        </p>
        {found.state === 'read' ? (
          <ReadingForm
            importId={found.id}
            kind={found.kind}
            columns={found.columns}
            suggested={await suggestedReading(found, db)}
            rows={found.counts.waiting}
            language={workspace.mainLanguage}
            today={today}
          />
        ) : (
          <ImportProgress found={found} />
        )}
        <RowsOfState found={found} workspaceId={workspace.id} state="refused" db={db} />
        <RowsOfState found={found} workspaceId={workspace.id} state="known" db={db} />
      </main>
    </DeskPage>
  );
}

async function loadImport(importId: string) {
  const { member, abilities, db } = await loadDesk();
  if (!abilities['claim.import'] || member.party === null || !id.safeParse(importId).success) return undefined;
  return importOfDesk({ importId, workspaceId: member.workspaceId, partyId: member.party.id }, db);
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { PartyMark } from '@/components/record/party-mark';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { sourcesOfWorkspace } from '@/db/queries/desk/sources-of-desk';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { NotForStewards } from '../../_frame/not-for-stewards';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('sources') };
}

export default async function SourcesPage() {
  await requirePageActor();
  const { abilities } = await loadDesk();
  return <DeskPage place="sources">{abilities['source.read'] ? <Sources /> : <NotForStewards />}</DeskPage>;
}

async function Sources() {
  const { member, db, partyOf } = await loadDesk();
  const t = await getTranslations('desk.sources');
  const words = await getTranslations('source');
  const stances = await getTranslations('stance');
  const numbers = await getTranslations('list.menu');
  const sources = await sourcesOfWorkspace(member, db);
  return (
    <main id="main" className="list" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
        <span className="muted num">{words('count', { count: sources.length })}</span>
      </div>
      {sources.length === 0 ? (
        <EmptyState>{t('none')}</EmptyState>
      ) : (
        <div className="tbl-wrap">
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t('source')}</th>
                <th scope="col">{t('claim')}</th>
                <th scope="col">{t('stance')}</th>
                <th scope="col">{t('owner')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('by')}</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => {
                const party = partyOf(source.attachedByParty);
                return (
                  <tr key={source.id}>
                    <td className="t">
                      <Link href={`/desk/claims/${source.claimId}?panel=sources#e${source.number}`} lang={source.language}>
                        <bdi>{source.title}</bdi>
                      </Link>
                      <span>{t('label', { number: source.number, publisher: source.publisher.name })}</span>
                    </td>
                    <td className="num">{numbers('number', { number: source.claimNumber })}</td>
                    <td>{stances(source.stance)}</td>
                    <td>{source.publisher.owner}</td>
                    <td>{source.state !== 'withdrawn' && <Chip tone={tones[source.state]}>{words(source.state)}</Chip>}</td>
                    <td>
                      {party !== undefined && (
                        <PartyMark position={party.position} letter={party.letter} size="sm" label={party.name} />
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}

const tones = { proposed: undefined, accepted: 'ok', disputed: 'wait' } as const;

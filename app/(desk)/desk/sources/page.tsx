import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { PartyMark } from '@/components/record/party-mark';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { type SourcePlace, sourcesOfWorkspace } from '@/db/queries/desk/sources-of-desk';
import { DeskPage } from '../../_frame/desk-page';
import { loadDesk } from '../../_frame/load-desk';
import { loadWaiting } from '../../_frame/load-waiting';
import { NotForStewards } from '../../_frame/not-for-stewards';

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  return { title: (await getTranslations('desk.nav'))('sources') };
}

export default async function SourcesPage({ searchParams }: { searchParams: Search }) {
  await requirePageActor();
  const { member, db, abilities } = await loadDesk();
  const after = readPlace((await searchParams).after);
  // Before the frame, which counts what waits: the two are asked at once.
  const [found] = await Promise.all([
    abilities['source.read'] ? sourcesOfWorkspace({ workspaceId: member.workspaceId, after }, db) : undefined,
    loadWaiting(),
  ]);
  return (
    <DeskPage place="sources" words="plain">
      {found === undefined ? <NotForStewards /> : <Sources found={found} isFirst={after === undefined} />}
    </DeskPage>
  );
}

type Found = Awaited<ReturnType<typeof sourcesOfWorkspace>>;

async function Sources({ found: { items, total, next }, isFirst }: { found: Found; isFirst: boolean }) {
  const { partyOf } = await loadDesk();
  const t = await getTranslations('desk.sources');
  const words = await getTranslations('source');
  const stances = await getTranslations('stance');
  return (
    <main id="main" className="list" tabIndex={-1}>
      <div className="lh">
        <h1>{t('title')}</h1>
        <span className="muted num">{words('count', { count: total })}</span>
      </div>
      {items.length === 0 ? (
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
              {items.map((source) => {
                const party = partyOf(source.attachedByParty);
                return (
                  <tr key={source.id}>
                    <td className="t">
                      <Link
                        href={`/desk/claims/${source.claimId}?panel=sources#e${source.number}`}
                        lang={source.language}
                        prefetch={false}
                      >
                        <bdi>{source.title}</bdi>
                      </Link>
                      <span>{t('label', { number: source.number, publisher: source.publisher.name })}</span>
                    </td>
                    <td className="num">{source.claimNumber}</td>
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
      <Pagination
        previous={isFirst ? undefined : '/desk/sources'}
        next={next && `/desk/sources?after=${next.claim}.${next.source}`}
      />
    </main>
  );
}

/** The place that a page goes on after. Anything else in the address begins at the first source. */
function readPlace(value: string | string[] | undefined): SourcePlace | undefined {
  const [, claim, source] = /^(\d{1,9})\.(\d{1,9})$/.exec(String(value ?? '')) ?? [];
  return claim === undefined ? undefined : { claim: Number(claim), source: Number(source) };
}

const tones = { proposed: undefined, accepted: 'ok', disputed: 'wait' } as const;

import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { likeClaims } from '@/db/queries/desk/like-claims';
import { loadDesk } from '../../../../_frame/load-desk';
import type { LoadedRecord } from '../_record/load-record';

/** Claims of the desk that are like the one that waits: a hint for whoever decides whether it is new (SPEC IN4). */
export async function LikeClaimsBox({ record: { claim } }: { record: LoadedRecord }) {
  const { member, db } = await loadDesk();
  const t = await getTranslations('intake.like');
  const states = await getTranslations('state');
  const found = await likeClaims({ workspaceId: member.workspaceId, text: claim.wording, except: claim.id }, db);
  if (found.length === 0) return <p className="muted">{t('none')}</p>;
  return (
    <>
      <p className="muted">{t('title', { count: found.length })}</p>
      <ul className="like">
        {found.map(({ id, number, stage, wording, language }) => (
          <li key={id}>
            <Link href={`/desk/claims/${id}`}>
              <span className="num">{t('number', { number, state: states(stage) })}</span> <bdi lang={language}>{wording}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { CorrectionBanner } from '@/app/(public)/_corrections/correction-banner';
import { metadataOf } from '@/app/(public)/_corrections/metadata-of';
import { RetractedNotice } from '@/app/(public)/_corrections/retracted-notice';
import { inLanguage } from '@/app/(public)/_page/addresses';
import { PublicFrame } from '@/app/(public)/_page/public-frame';
import { BrokenVerdictPage } from '@/app/(public)/_verdict/broken-verdict';
import { openVerdict } from '@/app/(public)/_verdict/open-verdict';
import { replacingRevision } from '@/app/(public)/_verdict/replaced-revision';
import { changesPath } from '@/app/(public)/_verdict/verdict-address';
import { VerdictArticle } from '@/app/(public)/_verdict/verdict-article';
import { Notice } from '@/components/ui/notice';

type Props = { params: Promise<{ locale: string; slug: string; number: string }> };

/** The revision that counts is known by its verdict's address, an older one by its own. Only a verdict page carries a ClaimReview. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const reading = await openVerdict(params);
  if ('broken' in reading) return { robots: { index: false } };
  const { slug, number, current } = reading.verdict;
  const path = number === current ? `/verdicts/${slug}` : `/verdicts/${slug}/revisions/${number}`;
  return metadataOf(reading, path);
}

export default async function RevisionPage({ params }: Props) {
  const reading = await openVerdict(params);
  if ('broken' in reading) return <BrokenVerdictPage reading={reading} />;
  const { verdict, locale } = reading;
  const { slug, number, current } = verdict;
  const t = await getTranslations({ locale, namespace: 'public' });
  const replacing = replacingRevision(verdict);
  const link = (text: string) => <Link href={inLanguage(`/verdicts/${slug}`, locale)}>{text}</Link>;
  const path = `/verdicts/${slug}/revisions/${number}`;
  return (
    <PublicFrame locale={locale} path={path} part="verdicts">
      <VerdictArticle
        reading={reading}
        path={path}
        notice={
          verdict.retraction !== null ? (
            <RetractedNotice reading={reading} />
          ) : number === current ? (
            <>
              <Notice actions={link(t('revision.toVerdict'))}>{t('revision.current', { number })}</Notice>
              <CorrectionBanner reading={reading} />
            </>
          ) : (
            <Notice
              tone="wait"
              title={t('revision.superseded', { number })}
              actions={
                <>
                  {link(t('revision.toVerdict'))}
                  {replacing !== undefined && (
                    <Link href={inLanguage(changesPath(slug, replacing.number), locale)}>
                      {t('changes.title', { number: replacing.number })}
                    </Link>
                  )}
                </>
              }
            >
              {t('revision.replacedBy', { current })}
            </Notice>
          )
        }
      />
    </PublicFrame>
  );
}

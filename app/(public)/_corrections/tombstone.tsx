import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Unbroken } from '@/components/record/unbroken';
import { DateText } from '@/components/ui/date-text';
import { Digest } from '@/components/ui/digest';
import { Name } from '@/components/ui/name';
import type { PublicRetraction } from '@/db/queries/public/after-publication';
import { bytesOf, inLanguage } from '../_page/addresses';
import { Compare } from '../_verdict/compare';
import { KeyRecipe } from '../_verdict/key-recipe';
import type { Reading } from '../_verdict/reading';
import { SaidReason } from './said-reason';

/** What stands at the address of a retracted verdict: what was asked, that it is retracted, when, why and by whom, and none of the finding (C35, SPEC RT5). */
export function Tombstone({ reading, retraction }: { reading: Reading; retraction: PublicRetraction }) {
  const { verdict, workspace, locale, texts, written } = reading;
  const t = useTranslations('correction.retracted');
  const keys = useTranslations('passkey.public');
  const words = useTranslations('public');
  const { slug, history } = verdict;
  const day = (at: string) => () => <DateText at={at} show="day" timeZone={workspace.timeZone} />;
  return (
    <article className="plain tombstone">
      <p className="kick">
        <b>{t('kick')}</b>
      </p>
      <h1 {...written}>
        <Unbroken text={texts.question} />
      </h1>
      <p>{t.rich('line', { date: day(retraction.at) })}</p>
      <section aria-labelledby="why-retracted">
        <h2 id="why-retracted">{t('reason')}</h2>
        <div className="said">
          <SaidReason reason={retraction.reason} locale={locale} />
          {retraction.challenge !== null && (
            <p>
              <Link href={inLanguage(`/corrections#challenge-${retraction.challenge}`, locale)}>
                {t('answers', { number: retraction.challenge })}
              </Link>
            </p>
          )}
        </div>
      </section>
      <section aria-labelledby="signed-by">
        <h2 id="signed-by">{t('signedBy')}</h2>
        <ul>
          {retraction.signOffs.map(({ position, party, signer, at, sha256, proof }) => (
            <li key={position}>
              <p>
                {t.rich('signature', {
                  party: () => <Name>{party}</Name>,
                  signer: signer === '' ? t('moderator') : signer,
                  date: day(at),
                })}
              </p>
              <p className="muted">
                {t(`proof.${proof.kind}`)} <a href={bytesOf.retraction(slug, verdict.number, position)}>{t('statement')}</a>{' '}
                <Digest value={sha256} form="full" algorithm="sha256" />
              </p>
              {proof.kind === 'passkey' && proof.algorithm !== null && (
                <details>
                  <summary>{keys('title')}</summary>
                  <p>{keys('text')}</p>
                  <KeyRecipe
                    label={keys('recipe', { party })}
                    of={party}
                    record={bytesOf.record(slug, verdict.number)}
                    statement={bytesOf.retraction(slug, verdict.number, position)}
                    addressOf={(part) => bytesOf.retractionProof(slug, verdict.number, position, part)}
                    algorithm={proof.algorithm}
                  />
                  <p className="under">{keys('limits')}</p>
                </details>
              )}
            </li>
          ))}
        </ul>
        <h3>{t('check')}</h3>
        <p>{t('names')}</p>
        <Compare
          label={t('commands')}
          files={[
            {
              key: 'record',
              name: words('check.record', { number: verdict.number }),
              path: bytesOf.record(slug, verdict.number),
              sha256: verdict.sha256,
            },
            ...retraction.signOffs.map(({ position, party, sha256 }) => ({
              key: position,
              name: t.rich('of', { party: () => <Name>{party}</Name> }),
              path: bytesOf.retraction(slug, verdict.number, position),
              sha256,
            })),
          ]}
        />
      </section>
      <section aria-labelledby="was-published">
        <h2 id="was-published">{t('revisions')}</h2>
        <ul>
          {history.toReversed().map(({ number, publishedAt }) => (
            <li key={number}>
              <Link href={inLanguage(`/verdicts/${slug}/revisions/${number}`, locale)}>
                {t.rich('revision', { number, date: day(publishedAt) })}
              </Link>
            </li>
          ))}
        </ul>
        <p>
          <Link href={inLanguage('/corrections', locale)}>{t('all')}</Link>
        </p>
      </section>
    </article>
  );
}

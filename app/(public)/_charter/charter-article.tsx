import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CharterChangesOf } from '@/components/charter/charter-changes';
import { Notice } from '@/components/ui/notice';
import { useLanguageName } from '@/components/ui/use-language-name';
import { bytesOf, inLanguage } from '../_page/addresses';
import { writtenIn } from '../_page/text-direction';
import { Compare } from '../_verdict/compare';
import { Clauses } from './clauses';
import type { CharterReading } from './open-charter';
import { Parties } from './parties';
import { Standing } from './standing';
import { Versions } from './versions';

/** A charter version: its words from the stored bytes, what the parameters mean, who ratified it, and how to check that. */
export function CharterArticle({ reading }: { reading: CharterReading }) {
  const { version, locale } = reading;
  const { charter } = version;
  const t = useTranslations('public');
  const languages = useTranslations('languages');
  const nameOf = useLanguageName();
  const written = writtenIn(charter.language);
  return (
    <article className="plain">
      <div className="kick">
        <b>{t('charter.version', { number: version.number })}</b>
        <span>{t(`charter.${version.state}`)}</span>
      </div>
      <h1 {...written}>{charter.title}</h1>
      {charter.language !== locale && (
        <Notice>{languages('charterNotInYours', { yours: nameOf(locale), language: nameOf(charter.language) })}</Notice>
      )}
      <Standing reading={reading} />
      {version.state === 'superseded' && (
        <Notice tone="wait" actions={<Link href={inLanguage('/charter', locale)}>{t('charter.toCurrent')}</Link>}>
          {t('charter.supersededText')}
        </Notice>
      )}
      <div {...written}>
        {charter.preamble.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <Parties reading={reading} />
      {version.before !== null && <CharterChangesOf before={version.before.charter} after={charter} />}
      <Clauses version={version} />
      <h2>{t('section.check')}</h2>
      <p>{t('charter.check')}</p>
      <Compare
        label={t('check.commands')}
        files={[
          {
            key: version.number,
            name: t('check.charter', { number: version.number }),
            path: bytesOf.charter(version.number),
            sha256: version.sha256,
          },
        ]}
      />
      <div className="acts">
        <a className="btn" href={bytesOf.charter(version.number)}>
          {t('check.charter', { number: version.number })}
        </a>
      </div>
      <Versions reading={reading} />
    </article>
  );
}

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PublicSignOff } from '@/db/queries/public/sign-offs-of';
import { inLanguage } from '../_page/addresses';
import { writtenLike } from '../_page/text-direction';
import type { Reading } from '../_verdict/reading';

/** What a signer stated, whole and as it was signed, then the ground and the clause or source that it rests on. */
export function SignedWords({
  signOff,
  reading,
  className,
}: {
  signOff: PublicSignOff;
  reading: Reading;
  /** Of each of its paragraphs. */
  className?: string;
}) {
  const { verdict, locale } = reading;
  const paragraphs = (signOff.reason ?? '').split(/\n+/u).filter((line) => line.trim() !== '');
  return Array.from(paragraphs.entries(), ([place, line]) => (
    <p key={place} className={className} {...writtenLike(line, [verdict.record.language, locale])}>
      {line}
    </p>
  ));
}

/** What a position rests on: the ground of an objection, and the clause or the source that it cites. */
export function RestsOn({ signOff: { ground, cites }, reading }: { signOff: PublicSignOff; reading: Reading }) {
  const t = useTranslations('position');
  if (ground === null && cites === null) return null;
  return (
    <p className="rests">
      {ground !== null && t('onGround', { ground: t(`ground.${ground}`) })}{' '}
      {cites !== null && t.rich('restsOn', { cited: () => <Cited cites={cites} reading={reading} /> })}
    </p>
  );
}

/** A source of the record is on this page, a clause on that of the charter; what is neither is printed as it was signed. */
function Cited({ cites, reading: { verdict, locale } }: { cites: string; reading: Reading }): ReactNode {
  const source = /^E(\d+)$/.exec(cites)?.[1];
  if (source !== undefined && verdict.record.sources.some(({ number }) => number === Number(source)))
    return <a href={`#e${source}`}>{cites}</a>;
  if (/^C\d{2}$/.test(cites))
    return <Link href={inLanguage(`/charter/${verdict.charter.number}#${cites}`, locale)}>{cites}</Link>;
  return <bdi>{cites}</bdi>;
}

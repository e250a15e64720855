import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ClauseFinding } from '@/domain/charter/finding';
import { useFindingWords } from '../_words/use-finding-words';
import { loadDesk } from './load-desk';

/** What the desk does not say about itself yet, or said too long ago, told before it keeps a publication back (C40, SPEC TR6). */
export async function TransparencyNotice({ finding }: { finding: ClauseFinding | undefined }) {
  const { abilities } = await loadDesk();
  if (finding === undefined || finding.met || !abilities['transparency.read']) return null;
  const t = await getTranslations('transparency');
  return (
    <Notice tone="wait" title={t('notice')} actions={<ButtonLink href="/desk/transparency">{t('go')}</ButtonLink>}>
      <Finding finding={finding} />
    </Notice>
  );
}

function Finding({ finding }: { finding: ClauseFinding }) {
  const { title, todo } = useFindingWords()(finding);
  return (
    <>
      <p>{title}</p>
      <p>{todo}</p>
    </>
  );
}

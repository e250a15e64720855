import { getTranslations } from 'next-intl/server';
import type { Charter } from '@/domain/charter/charter-text';
import type { DraftParties } from '@/domain/charter/draft';
import { CharterText } from '../charter-text';
import { charterOfDraft } from './charter-of-draft';
import type { ReadDraft } from './load-drafts';

/** A draft that was proposed or overtaken, as it stood then: it is read, and nothing is added to it. */
export async function LastDraft({
  draft: { number, values },
  workspace: { id, name },
  present,
  inForce,
}: {
  draft: ReadDraft;
  workspace: { id: string; name: string };
  present: (DraftParties['known'][number] & { name: string })[];
  inForce: Charter | undefined;
}) {
  const t = await getTranslations('charterDraft');
  const charter = charterOfDraft(values, { workspace: { id, name }, number, present, isFirst: inForce === undefined });
  return (
    <section className="narrow" aria-labelledby="last-draft">
      <h2 id="last-draft">{t('last', { number })}</h2>
      <p className="muted">{t('lastText')}</p>
      <CharterText charter={charter} heading="h3" />
    </section>
  );
}

import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { joinNames } from '@/components/ui/join-names';
import { Notice } from '@/components/ui/notice';
import { loadCharterStep, loadDesk, loadPartiesThatLeft, loadTransparency } from './load-desk';
import { TransparencyNotice } from './transparency-notice';

/** What the desk waits for until its first charter is in force: why, whose step is next, and the way there for whoever may take it. Nothing afterwards. */
export async function CharterStepNotice({ here }: { here?: 'charter' | 'members' | 'transparency' }) {
  const { member, abilities } = await loadDesk();
  const step = await loadCharterStep();
  if (step === null)
    return (
      <>
        <LeftNotice />
        {here !== 'transparency' && <TransparencyNotice finding={await loadTransparency()} />}
      </>
    );
  const t = await getTranslations('desk.charterStep');
  const names = (parties: { name: string }[]) =>
    joinNames(
      parties.map(({ name }) => name),
      t('and'),
    );
  const isMine = step.parties.some(({ id }) => id === member.party?.id) && abilities['charter.ratify'];
  const way = { draft: '/desk/charter/draft', ratify: '/desk/charter' }[step.kind];
  return (
    <Notice
      tone="wait"
      title={t('title')}
      actions={
        <>
          {isMine && !(here === 'charter' && step.kind === 'ratify') && (
            <ButtonLink href={way} look="primary">
              {t(`do.${step.kind}`)}
            </ButtonLink>
          )}
          {step.unled.length > 0 && member.role === 'steward' && here !== 'members' && (
            <ButtonLink href="/desk/members">{t('do.invite')}</ButtonLink>
          )}
          {here === undefined && !isMine && abilities['charter.read'] && (
            <ButtonLink href="/desk/charter">{t('do.read')}</ButtonLink>
          )}
        </>
      }
    >
      <p>{t('why')}</p>
      {step.kind === 'draft' && step.parties.length > 0 && (
        <p>{t('draft', { count: step.parties.length, parties: names(step.parties) })}</p>
      )}
      {step.kind === 'ratify' && (
        <p>{t('ratify', { number: step.number, count: step.parties.length, parties: names(step.parties) })}</p>
      )}
      {step.unled.length > 0 && <p>{t('unled', { count: step.unled.length, parties: names(step.unled) })}</p>}
    </Notice>
  );
}

/** A party of the charter in force has left it: until an amendment without that party is in force nothing new is published, and every page that waits says so (C39). */
async function LeftNotice() {
  const { abilities } = await loadDesk();
  const left = await loadPartiesThatLeft();
  if (left.length === 0) return null;
  const t = await getTranslations('amendment');
  const actions = <ButtonLink href="/desk/charter">{t(abilities['charter.propose'] ? 'left.amend' : 'left.read')}</ButtonLink>;
  return (
    <Notice tone="stop" title={t('left.title', { parties: left.join(', '), count: left.length })} actions={actions}>
      {t('left.text')}
    </Notice>
  );
}

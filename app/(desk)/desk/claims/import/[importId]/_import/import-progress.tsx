import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Notice, type NoticeTone } from '@/components/ui/notice';
import type { DeskImport } from '@/db/queries/desk/imports-of-desk';
import { CommandButton } from '../../../../../_forms/command-button.client';
import { LookAgain } from './look-again.client';

const tones: Record<DeskImport['state'], NoticeTone> = {
  read: 'info',
  running: 'info',
  finished: 'ok',
  cancelled: 'wait',
  stopped: 'wait',
  discarded: 'wait',
};

/** How far an import is, what came of it so far, and how it is ended or gone on with. */
export async function ImportProgress({ found: { id, state, rows, counts } }: { found: DeskImport }) {
  const t = await getTranslations('intake.import');
  const done = rows - counts.waiting - counts.discarded;
  const mayGoOn = state === 'cancelled' || state === 'stopped';
  const isOver = state !== 'running';
  return (
    <section className="narrow box" aria-labelledby="progress">
      <h2 id="progress">{t('progress')}</h2>
      {!isOver && <LookAgain />}
      <progress className="bar-of" max={rows} value={done} aria-label={t('progress')} />
      <Notice
        tone={tones[state]}
        live="status"
        title={t(`now.${state}`, { done, rows })}
        actions={
          <>
            {state === 'running' && <CommandButton action={`/api/v1/imports/${id}/cancel`}>{t('cancel')}</CommandButton>}
            {mayGoOn && (
              <CommandButton look="primary" action={`/api/v1/imports/${id}/start`}>
                {t('goOn', { rows: counts.waiting })}
              </CommandButton>
            )}
            {isOver && (
              <ButtonLink href={`/api/v1/imports/${id}/report`} prefetch={false} download>
                {t('report.button')}
              </ButtonLink>
            )}
            {mayGoOn && (
              <CommandButton look="quiet" action={`/api/v1/imports/${id}/discard`}>
                {t('discardRest', { rows: counts.waiting })}
              </CommandButton>
            )}
            {isOver && counts.taken > 0 && <ButtonLink href="/desk/claims?stage=submitted">{t('toClaims')}</ButtonLink>}
          </>
        }
      >
        {t(`safe.${state}`)}
      </Notice>
      <dl className="sums">
        {(['taken', 'known', 'refused', state === 'discarded' ? 'discarded' : 'waiting'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`sum.${name}`)}</dt>
            <dd className="num">{t('number', { number: counts[name] })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { ListKeys } from './use-list-keys.client';

/** The keys of the list: the first few in a line under it, all of them in a dialog, where those of one letter can be turned off. */
export function KeysHelp({ keys, canMark }: { keys: ListKeys; canMark: boolean }) {
  const t = useTranslations('list.keys');
  const hydrated = useHydrated();
  const lines: { keys: string[]; does: string }[] = [
    { keys: ['J', '↓'], does: t('next') },
    { keys: ['K', '↑'], does: t('previous') },
    ...(canMark ? [{ keys: [t('space')], does: t('mark') }] : []),
    { keys: [t('enterKey')], does: t('enter') },
    ...(canMark ? [{ keys: [t('escapeKey')], does: t('escape') }] : []),
    { keys: ['/'], does: t('search') },
    { keys: ['Ctrl K', '⌘ K'], does: t('menu') },
    { keys: ['?'], does: t('help') },
  ];
  return (
    <div className="keys">
      <Dialog
        title={t('title')}
        open={keys.isHelpOpen}
        onOpenChange={keys.setHelpOpen}
        trigger={
          <Button
            look="quiet"
            size="small"
            disabled={!hydrated}
            icon={
              <span aria-hidden="true">
                <kbd>?</kbd>
              </span>
            }
          >
            {t('open')}
          </Button>
        }
      >
        <dl className="key-list">
          {lines.map(({ keys: names, does }) => (
            <div key={does}>
              <dt>
                {names.map((name, index) => (
                  <span key={name}>
                    {index > 0 && ` ${t('or')} `}
                    <kbd>{name}</kbd>
                  </span>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="choice">
          <input type="checkbox" checked={keys.isOn} onChange={({ target }) => keys.setOn(target.checked)} />
          <b>{t('single')}</b>
          <small>{t('singleHint')}</small>
        </label>
      </Dialog>
    </div>
  );
}

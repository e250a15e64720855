'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog.client';
import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { MenuPages } from './menu-list.client';

// Fetched when it is opened for the first time: most visits never do.
const MenuList = dynamic(() => import('./menu-list.client').then(({ MenuList: list }) => list), { ssr: false });

/** Goes to a page or a claim, or does what this person may do here, from the keyboard: Ctrl or Cmd with K, from everywhere at the desk. */
export function CommandMenu(pages: MenuPages) {
  const t = useTranslations('list.menu');
  const hydrated = useHydrated();
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setOpen((wasOpen) => !wasOpen);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return (
    <Dialog
      title={t('title')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button
          look="quiet"
          size="small"
          className="menu-button"
          icon={<Icon as={Search} />}
          disabled={!hydrated}
          aria-label={t('open')}
        >
          <span className="words">{t('open')}</span>
          <span aria-hidden="true">
            <kbd>{t('keys')}</kbd>
          </span>
        </Button>
      }
    >
      <MenuList {...pages} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

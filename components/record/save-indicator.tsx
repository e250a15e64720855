import { Check, CloudOff, LoaderCircle, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

export type SaveState = 'saved' | 'saved-on-this-machine' | 'saving' | 'unsaved' | 'offline' | 'refused';

/** Saving and saved alternate with every pause in typing: a screen reader hears only what needs a person. */
const looks: Record<SaveState, { icon: LucideIcon; announced: boolean }> = {
  saved: { icon: Check, announced: false },
  'saved-on-this-machine': { icon: Check, announced: false },
  saving: { icon: LoaderCircle, announced: false },
  unsaved: { icon: TriangleAlert, announced: true },
  offline: { icon: CloudOff, announced: true },
  refused: { icon: OctagonX, announced: true },
};

/** Whether the text is safe, in one fixed place. `detail` replaces the sentence when there is more to say: "3 changes are kept on this device". */
export function SaveIndicator({ state, detail, href }: { state: SaveState; detail?: string; href?: string }) {
  const t = useTranslations('save');
  const { icon, announced } = looks[state];
  const words = detail ?? t(state);
  return (
    <span className={`save ${state}`} role="status" aria-live={announced ? 'polite' : 'off'} data-state={state}>
      <Icon as={icon} />
      {href === undefined ? <span className="w">{words}</span> : <a href={href}>{words}</a>}
    </span>
  );
}

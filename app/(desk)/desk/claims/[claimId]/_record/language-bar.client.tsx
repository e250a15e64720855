'use client';

import { Columns2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PartyMark } from '@/components/record/party-mark';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useLanguageName } from '@/components/ui/use-language-name';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { textNames } from '@/domain/record/shape';
import { LanguagesDialog } from './languages-dialog.client';
import { useLacks, useLive, useSeat, useView } from './record-context.client';

/** The languages of the record: which one is worked in, what each still lacks, and who is in it. With one language there is only the way to a second. */
export function LanguageBar() {
  const t = useTranslations('languages');
  const { language: main, languages, canEdit } = useSeat();
  const { chosen, isBeside, toggleBeside } = useView();
  if (languages.length === 1 && !canEdit) return null;
  return (
    <div className="langs">
      {languages.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is a set of buttons.
        <div className="seg" role="group" aria-label={t('ofRecord')}>
          {languages.map((language) => (
            <LanguageButton key={language} language={language} />
          ))}
        </div>
      )}
      {chosen !== main && (
        <Button size="small" icon={<Icon as={Columns2} />} aria-pressed={isBeside} onClick={toggleBeside}>
          {t('beside')}
        </Button>
      )}
      {canEdit && <LanguagesDialog />}
    </div>
  );
}

function LanguageButton({ language }: { language: string }) {
  const t = useTranslations('languages');
  const nameOf = useLanguageName();
  const { language: main } = useSeat();
  const { chosen, choose } = useView();
  const { peers } = useLive();
  const lacks = useLacks();
  const lacking = textNames.filter((text) => lacks(text, language)).length;
  const here = peers.filter((peer) => peer.language === language && peer.position !== null);
  return (
    <button type="button" aria-pressed={chosen === language} onClick={() => choose(language)}>
      {nameOf(language)}
      {language === main && <small>{t('main')}</small>}
      {lacking > 0 && <small>{t('lacking', { count: lacking })}</small>}
      {here.map(
        ({ name, position, letter }) =>
          position !== null &&
          letter !== null && <PartyMark key={`${position} ${name}`} position={position} letter={letter} size="sm" />,
      )}
      {here.length > 0 && <VisuallyHidden>{t('here', { names: here.map(({ name }) => name).join(', ') })}</VisuallyHidden>}
    </button>
  );
}

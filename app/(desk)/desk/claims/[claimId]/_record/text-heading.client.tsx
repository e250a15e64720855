'use client';

import { CircleDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { useLanguageName } from '@/components/ui/use-language-name';
import type { TextName } from '@/domain/record/shape';
import { useLacks, useSeat, useView } from './record-context.client';
import { useTextName } from './use-text-name';

/** The name of a text over it; beside another language also which language this is, and whether the record waits for it. */
export function TextHeading({
  text,
  language,
  id,
  children,
}: {
  text: TextName;
  language: string;
  id: string;
  children?: ReactNode;
}) {
  const words = useTranslations('languages');
  const nameOf = useLanguageName();
  const textName = useTextName();
  const { language: main, languages } = useSeat();
  const { shown } = useView();
  const lacks = useLacks();
  const isMain = language === main;
  const isNamed = !isMain || shown.length > 1;
  // The claim is quoted in the main language alone (SPEC LG1).
  const name =
    text === 'claimText' && !isMain
      ? words('claimTranslation', { language: nameOf(language) })
      : textName(text, isNamed ? language : undefined);
  return (
    <p className="lab">
      <span id={id}>{name}</span>
      {languages.length > 1 && lacks(text, language) && (
        <span className="lacks">
          <Icon as={CircleDashed} />
          {words('missing')}
        </span>
      )}
      {children}
    </p>
  );
}

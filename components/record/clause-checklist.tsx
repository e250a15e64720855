import { Check, CircleDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

export type ClauseItem = {
  /** "C11", linked to the charter's text when `href` is given. */
  clause: string;
  href?: string;
  met: boolean;
  title: ReactNode;
  /** What is missing and what to do; met clauses are one line. */
  text?: ReactNode;
  /** The buttons that do it. */
  actions?: ReactNode;
  /** What stands beside the clause's name, met or not. */
  end?: ReactNode;
};

/** What the charter still asks for, unmet clauses first, each in the charter's order. */
export function ClauseChecklist({ items, aside }: { items: ClauseItem[]; aside?: ReactNode }) {
  const t = useTranslations('record');
  const unmet = items.filter(({ met }) => !met);
  const met = items.filter((item) => item.met);
  return (
    <>
      <div className="sum">
        <b>{t('clausesMet', { met: met.length, total: items.length })}</b>
        {aside}
      </div>
      <div className="meter" aria-hidden="true">
        {[...met, ...unmet].map(({ clause, met: done }) => (
          <i key={clause} className={done ? undefined : 'x'} />
        ))}
      </div>
      <ul>
        {[...unmet, ...met].map((item) => (
          <ClauseLine key={item.clause} {...item} />
        ))}
      </ul>
    </>
  );
}

/** One line of a checklist. What freezing needs beside the clauses has no clause to name. */
export function ClauseLine({ clause, href, met, title, text, actions, end }: Omit<ClauseItem, 'clause'> & { clause?: string }) {
  const t = useTranslations('record');
  return (
    <li className={met ? 'cl met' : 'cl todo'}>
      <Icon as={met ? Check : CircleDashed} />
      <b>
        <VisuallyHidden>{t(met ? 'clauseMet' : 'clauseUnmet')} </VisuallyHidden>
        {title}
      </b>
      {clause !== undefined && (
        <span className="end">
          {end}
          <ClauseName clause={clause} href={href} />
        </span>
      )}
      {!met && text !== undefined && <p>{text}</p>}
      {!met && actions !== undefined && <div className="do">{actions}</div>}
    </li>
  );
}

function ClauseName({ clause, href }: { clause: string; href: string | undefined }) {
  if (href === undefined) return <span className="id">{clause}</span>;
  return (
    <a className="id" href={href}>
      {clause}
    </a>
  );
}

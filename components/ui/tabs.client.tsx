'use client';

import { useLocale } from 'next-intl';
import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { localeFacts } from '@/messages/locales';

export type Tab = {
  value: string;
  label: string;
  icon?: ReactNode;
  /** A short count beside the name: "4", "2 left". */
  count?: ReactNode;
  panel: ReactNode;
  /** Keep the panel in the page while another one is shown: for an editor that must stay connected. */
  keepMounted?: boolean;
};

/** The rail of a record. Arrow keys follow the direction of the page. Uncontrolled unless `value` is given. */
export function Tabs({
  label,
  tabs,
  defaultValue,
  value,
  onValueChange,
}: {
  label: string;
  tabs: Tab[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
}) {
  const { dir } = localeFacts(useLocale());
  return (
    <Radix.Root dir={dir} defaultValue={defaultValue ?? tabs[0]?.value} value={value} onValueChange={onValueChange}>
      <Radix.List className="tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value}>
            {tab.icon}
            {tab.label}
            {tab.count !== undefined && <span className="n">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.value}
          value={tab.value}
          className="panel"
          forceMount={tab.keepMounted === true ? true : undefined}
        >
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

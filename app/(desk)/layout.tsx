import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import '@/app/globals.css';
import './desk-extra.css';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { may } from '@/domain/policies/permissions';
import { localeFacts } from '@/messages/locales';
import { DeskWords } from './_frame/desk-words';
import { ForgetOthers } from './_frame/forget-others.client';
import { LiveUpdates } from './_live/live-updates.client';

export async function generateMetadata(): Promise<Metadata> {
  await requirePageActor();
  const t = await getTranslations('brand');
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, robots: { index: false } };
}

/** The desk speaks the member's language, whatever the address or the browser says. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const member = await requirePageActor();
  return (
    <html lang={member.locale} dir={localeFacts(member.locale).dir}>
      <body>
        <DeskWords of="layout">
          {children}
          <ForgetOthers personId={member.personId} />
          {may(member, 'events.read') && <LiveUpdates url={`/api/v1/workspaces/${member.workspaceId}/events`} />}
        </DeskWords>
      </body>
    </html>
  );
}

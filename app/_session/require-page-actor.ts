import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import type { Member } from '@/domain/policies/actor';
import { actorOf } from './actor';

const currentActor = cache(async () => actorOf((await cookies()).getAll()));

/** The member who opens a page, or the sign-in page. The page then speaks the member's language. */
export async function requirePageActor(): Promise<Member> {
  const actor = await currentActor();
  if (actor.kind !== 'member') redirect('/sign-in');
  setRequestLocale(actor.locale);
  return actor;
}

/** The same, for a page that greets strangers too. */
export async function pageActor(): Promise<Member | undefined> {
  const actor = await currentActor();
  return actor.kind === 'member' ? actor : undefined;
}

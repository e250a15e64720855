import { notFound } from 'next/navigation';
import { localeOf } from '@/app/(public)/_page/open-page';

/** Without this page an address of nothing would get Next's own answer, without head, foot or language. */
export default async function NoSuchPage({ params }: { params: Promise<{ locale: string }> }) {
  await localeOf(params);
  notFound();
}

import { refusalResponse } from '@/app/_adapters/route';
import { parityReport } from '@/app/_words/parity-report';
import { askedEachTime } from '@/app/(public)/_page/asked-each-time';
import { readParity, readWorkspace } from '@/app/(public)/_page/reads';
import { isLocale } from '@/messages/locales';

/** The parity figures as CSV, a row for each party; its column names are the same in every language, since programs read it. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const workspace = isLocale(locale) ? await readWorkspace({}) : null;
  if (workspace === null) return refusalResponse({ code: 'not-found' }, { kind: 'public' });
  return parityReport(await readParity({ workspaceId: workspace.id }), askedEachTime);
}

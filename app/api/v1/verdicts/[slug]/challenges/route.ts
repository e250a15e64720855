import { isPlainForm } from '@/app/_adapters/plain-form';
import { route } from '@/app/_adapters/route';
import { seePage } from '@/app/_adapters/see-page';
import { challengeLink } from '@/commands/challenges/challenge-mail';
import { keepForm } from '@/commands/challenges/keep-form';
import { submitChallenge } from '@/commands/challenges/submit-challenge';
import type { Context } from '@/commands/command';
import { publicChallenges } from '@/db/queries/public/challenges';
import { publishedVerdict } from '@/db/queries/public/published-verdict';
import { rootWorkspace } from '@/db/queries/public/root-workspace';
import { ok, type Refusal, refuse } from '@/domain/result';
import { env } from '@/platform/env';

/** The challenges of a verdict as everybody sees them: how many, how they stand, and both clocks of each (C32). */
export const GET = route(async ({ request, params, context }) => {
  const at = await verdictAt(params.slug, context);
  if (at === undefined || (await publishedVerdict(at, context.db)) === null) return refuse({ code: 'not-found' });
  const cursor = new URL(request.url).searchParams.get('cursor');
  return ok(await publicChallenges({ ...at, cursor, now: context.now.toISOString() }, context.db));
});

/** A challenge from anybody. The form works without JavaScript: a browser is sent on to a page, with what was typed when it must be mended. */
export const POST = route(
  async ({ request, params, context, body }) => {
    const at = await verdictAt(params.slug, context);
    if (at === undefined) return refuse({ code: 'not-found' });
    const read = await body();
    const fields = read.ok && typeof read.value === 'object' && read.value !== null ? { ...read.value } : undefined;
    if (read.ok && fields === undefined) return refuse({ code: 'body-not-json' });
    // The header that the server sets, which no client can: challenges are counted by it.
    const from = request.headers.get('x-countersign-peer') ?? '';
    const sent = read.ok ? await submitChallenge(context, { locale: env().DEFAULT_LOCALE, ...fields, ...at, from }) : read;
    if (!isPlainForm(request)) {
      if (!sent.ok) return sent;
      const { token, ...answer } = sent.value;
      return ok({ ...answer, link: challengeLink(token, localeIn(fields)) });
    }
    if (sent.ok) return seePage(`/challenges/${sent.value.token}`, localeIn(fields));
    const kept = await formKept(context, { from, fields: fields ?? {}, refusal: sent.refusal });
    return seePage(`/verdicts/${at.slug}/challenge`, localeIn(fields), kept);
  },
  { created: true },
);

/** Where the form is shown again: with its key, or without what was typed when too many have been kept already. */
async function formKept(
  context: Context,
  { from, fields, refusal }: { from: string; fields: object; refusal: Refusal },
): Promise<Record<string, string>> {
  const issues = 'issues' in refusal && Array.isArray(refusal.issues) ? refusal.issues.slice(0, 20) : [];
  const kept = await keepForm(context, { from, fields, code: refusal.code, issues });
  return kept.ok ? { again: kept.value.token } : { fault: refusal.code };
}

function localeIn(fields: object | undefined): string {
  const given = fields !== undefined && 'locale' in fields ? fields.locale : undefined;
  return typeof given === 'string' ? given : env().DEFAULT_LOCALE;
}

/** A slug has these signs and no others; PostgreSQL would take offence at a NUL. */
async function verdictAt(slug = '', context: Context): Promise<{ workspaceId: string; slug: string } | undefined> {
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) return undefined;
  const workspace = await rootWorkspace({}, context.db);
  return workspace === null ? undefined : { workspaceId: workspace.id, slug };
}

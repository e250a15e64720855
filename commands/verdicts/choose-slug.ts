import slugify from '@sindresorhus/slugify';
import { and, eq, like } from 'drizzle-orm';
import type { ClaimRow } from '@/commands/load-claim';
import type { Tx } from '@/db/handle';
import { claims } from '@/db/schema';

/** Long enough to say what it is, short enough to print. */
const longest = 80;

/** A verdict's address: its first title in Latin letters, `[a-z0-9-]`, unique in the workspace, `claim-<8>` when nothing is left. Chosen once. */
export async function chooseSlug(tx: Tx, claim: ClaimRow, title: string): Promise<string> {
  const base = shorten(slugify(title)) || `claim-${claim.id.replaceAll('-', '').slice(-8)}`;
  const rows = await tx
    .select({ slug: claims.slug })
    .from(claims)
    .where(and(eq(claims.workspaceId, claim.workspaceId), like(claims.slug, `${base}%`)));
  const taken = new Set(rows.map((row) => row.slug));
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Cut at a word. */
function shorten(slug: string): string {
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1));
}

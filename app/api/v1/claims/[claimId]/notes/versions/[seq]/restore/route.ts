import { inputOf, route } from '@/app/_adapters/route';
import { restoreNotesVersion } from '@/commands/history/restore-notes-version';
import { refuse } from '@/domain/result';
import { readSeq } from '../../../../authorize-record';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, { claimId: params.claimId ?? '' });
    if (!input.ok) return input;
    const seq = readSeq(params.seq);
    return seq === undefined ? refuse({ code: 'not-found' }) : restoreNotesVersion(context, { ...Object(input.value), seq });
  },
  { created: true },
);

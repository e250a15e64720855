'use client';

import { MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { CommentTarget } from './comment-target';

/** Begins a comment on a source or a clause, from its card. */
export function CommentOn({
  target,
  comment,
}: {
  target: Extract<CommentTarget, { kind: 'source' | 'clause' }>;
  comment: (target: CommentTarget) => void;
}) {
  const t = useTranslations('discussion.comments');
  const hydrated = useHydrated();
  const name = target.kind === 'source' ? `E${target.number}` : target.clause;
  return (
    <Button
      size="small"
      look="quiet"
      icon={<Icon as={MessageSquarePlus} />}
      disabled={!hydrated}
      aria-label={t('commentOn', { name })}
      title={t('commentOn', { name })}
      onClick={() => comment(target)}
    >
      {target.kind === 'source' && t('comment')}
    </Button>
  );
}

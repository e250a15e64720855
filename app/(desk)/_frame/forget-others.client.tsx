'use client';

import { useEffect } from 'react';
import { forgetDrafts } from '@/components/record/forget-drafts';

/** Another person has signed in in this browser: what it kept for the one before is not theirs to read or to send. */
export function ForgetOthers({ personId }: { personId: string }) {
  useEffect(() => void forgetDrafts(personId), [personId]);
  return null;
}

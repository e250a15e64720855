'use client';

import { useState } from 'react';
import type { RevisionState } from '@/domain/claim/transitions';
import { PositionForm, type PositionProps } from './position-form.client';

/**
 * The form of a position as long as the page offers it. A page that is read anew while somebody writes or signs may offer it no more: then what is open and what was
 * typed stay, and say why, until the person closes them.
 */
export function PositionSlot({ offer, state }: { offer: PositionProps | undefined; state: RevisionState }) {
  const [last, setLast] = useState(offer);
  const [isHeld, setIsHeld] = useState(false);
  if (offer !== undefined && offer !== last) setLast(offer);
  const shown = offer ?? (isHeld ? last : undefined);
  if (shown === undefined) return null;
  return <PositionForm {...shown} closedBy={offer === undefined ? state : undefined} onHeld={setIsHeld} />;
}

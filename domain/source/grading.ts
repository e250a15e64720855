import { ok, type Refusal, type Result, refuse } from '@/domain/result';

export type SourceState = 'proposed' | 'accepted' | 'disputed' | 'withdrawn';
export type GradedSource = { state: SourceState; attachedByParty: string; grading: number };

export type GradingRefusal =
  | Refusal<'own-source'>
  | Refusal<'source-withdrawn'>
  | (Refusal<'grading-changed'> & { grading: number })
  | (Refusal<'already-decided'> & { state: SourceState });

/**
 * Whether a party may decide on a source's grading as it read it (SPEC S2, S3): another party than the one that attached it, on
 * the grading that stands now. The same decision twice is refused, so that a second click records nothing.
 */
export function decideGrading(
  source: GradedSource,
  decision: { partyId: string; grading: number; to: 'accepted' | 'disputed' },
): Result<SourceState, GradingRefusal> {
  if (source.state === 'withdrawn') return refuse({ code: 'source-withdrawn' });
  if (source.attachedByParty === decision.partyId) return refuse({ code: 'own-source' });
  if (source.grading !== decision.grading) return refuse({ code: 'grading-changed', grading: source.grading });
  if (source.state === decision.to) return refuse({ code: 'already-decided', state: source.state });
  return ok(decision.to);
}

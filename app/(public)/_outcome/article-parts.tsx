import type { ReactNode } from 'react';
import { isRated } from '@/domain/claim/outcomes';
import { ClaimSection } from '../_verdict/claim-section';
import { EvidenceSection } from '../_verdict/evidence-section';
import type { Reading } from '../_verdict/reading';
import { ReplyPart } from '../_verdict/reply-part';
import { SignaturesSection } from '../_verdict/signatures-section';
import { WhySection } from '../_verdict/why-section';
import { AgreedSection } from './agreed-section';
import { PositionsSection } from './positions-section';

export type ArticlePart = { name: PartName; content: ReactNode };
type PartName = 'claim' | 'why' | 'agreed' | 'positions' | 'standing' | 'evidence' | 'signatures' | 'context';

/** The parts of a verdict in their order, before its history: what the parties adopted, or what each of them holds (SPEC O3, O5, O6). */
export function articleParts(reading: Reading): ArticlePart[] {
  const { verdict, texts } = reading;
  const evidence: ArticlePart = { name: 'evidence', content: <EvidenceSection reading={reading} /> };
  const signatures: ArticlePart = { name: 'signatures', content: <SignaturesSection reading={reading} /> };
  if (isRated(verdict.outcome))
    return [
      { name: 'claim', content: <ClaimSection reading={reading} /> },
      { name: 'why', content: <WhySection reading={reading} /> },
      evidence,
      signatures,
      ...(texts.context === '' ? [] : [{ name: 'context' as const, content: <Context reading={reading} /> }]),
    ];
  const isSplit = verdict.outcome === 'split';
  return [
    { name: 'claim', content: <ClaimWithReply reading={reading} /> },
    ...(isSplit ? [{ name: 'agreed' as const, content: <AgreedSection reading={reading} /> }] : []),
    { name: isSplit ? 'positions' : 'standing', content: <PositionsSection reading={reading} /> },
    evidence,
    signatures,
  ];
}

/** The reasons, where the reply stands otherwise, belong to a text that was not adopted; the claimant's answer is printed all the same (C18). */
function ClaimWithReply({ reading }: { reading: Reading }) {
  return (
    <>
      <ClaimSection reading={reading} />
      <div className="body">
        <ReplyPart reading={reading} />
      </div>
    </>
  );
}

function Context({ reading: { texts, written } }: { reading: Reading }) {
  return (
    <div className="body" {...written}>
      <p>{texts.context}</p>
    </div>
  );
}

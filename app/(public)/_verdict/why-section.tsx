import { Blocks } from '@/components/record/blocks';
import type { Reading } from './reading';
import { ReplyPart } from './reply-part';

/** Summary and analysis, then the claimant's reply; a citation leads to its source in section 3. */
export function WhySection({ reading }: { reading: Reading }) {
  const { verdict, texts, written } = reading;
  const numbers = new Map(verdict.record.sources.map(({ id, number }) => [id, number]));
  return (
    <>
      <div className="body" {...written}>
        {texts.summary !== '' && <p>{texts.summary}</p>}
        <Blocks blocks={texts.analysis} numbers={numbers} />
      </div>
      <div className="body">
        <ReplyPart reading={reading} />
      </div>
    </>
  );
}

import { Blocks } from '@/components/record/blocks';
import type { Reading } from './reading';

/** Summary and analysis; a citation leads to its source in section 3. */
export function WhySection({ reading: { verdict, texts, written } }: { reading: Reading }) {
  const numbers = new Map(verdict.record.sources.map(({ id, number }) => [id, number]));
  return (
    <div className="body" {...written}>
      {texts.summary !== '' && <p>{texts.summary}</p>}
      <Blocks blocks={texts.analysis} numbers={numbers} />
    </div>
  );
}

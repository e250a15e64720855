import { expect, it } from 'vitest';
import { searchTextOf } from '@/commands/verdicts/search-text-of';
import type { FreezeInput } from '@/domain/record/freeze';
import { freezeRecord } from '@/domain/record/freeze';
import { freezeInput } from '@/tests/domain/build';

it('the public search reads every text of a frozen record and its sources, in lower case', () => {
  const input: FreezeInput = freezeInput();
  const frozen = freezeRecord(input);
  if (!frozen.ok) throw new Error(JSON.stringify(frozen.refusal));
  const { record } = frozen.value;
  const text = searchTextOf(record);
  for (const { title, question, finding } of Object.values(record.texts)) {
    for (const words of [title, question, finding]) expect(text).toContain(words.toLowerCase());
  }
  for (const { title, publisher } of record.sources) {
    expect(text).toContain(title.toLowerCase());
    expect(text).toContain(publisher.name.toLowerCase());
  }
  expect(text).toBe(text.toLowerCase());
});

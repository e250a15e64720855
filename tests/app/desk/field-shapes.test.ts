import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldShapes } from '@/app/(desk)/desk/claims/[claimId]/_editor/field-shapes';
import { DraftFields } from '@/domain/record/draft';

describe('a field of the record', () => {
  it('takes whatever is typed only within what can be frozen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('statedOn', 'claimantName', 'claimantRole', 'topics', 'rating'),
        fc.string({ maxLength: 700 }),
        (name, typed) => {
          const value = fieldShapes[name].write(typed);
          expect(DraftFields.safeParse(value === undefined ? {} : { [name]: value }).success).toBe(true);
        },
      ),
    );
  });

  it('reads topics divided by Latin and Arabic commas, each once', () => {
    expect(fieldShapes.topics.write(' peace, talks،peace ,,')).toEqual(['peace', 'talks']);
    expect(fieldShapes.topics.show(['peace', 'talks'])).toBe('peace, talks');
  });

  it('is taken away when nothing is left in it', () => {
    expect(fieldShapes.claimantName.write('   ')).toBeUndefined();
    expect(fieldShapes.topics.write(' , ')).toBeUndefined();
    expect(fieldShapes.statedOn.write('2026-1')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { fieldFaultOf, issueOf, readRefusal } from '@/app/_send/refusal';

describe('a refusal that came over the wire', () => {
  it('is read with its sentence and the faults of its fields', () => {
    const refusal = readRefusal({
      error: {
        code: 'invalid-input',
        message: 'No.',
        issues: [{ field: 'source.title', code: 'too-long', length: 400, max: 300 }],
      },
    });
    expect(refusal).toEqual({
      code: 'invalid-input',
      message: 'No.',
      facts: {},
      issues: [{ field: 'source.title', code: 'too-long', facts: { length: 400, max: 300 } }],
    });
    expect(issueOf(refusal, 'title')?.code).toBe('too-long');
    expect(issueOf(refusal, 'itle')).toBeUndefined();
  });

  it('is nothing when it is not one', () => {
    for (const body of [undefined, null, 'no', [], {}, { error: 'no' }, { error: { message: 'no code' } }])
      expect(readRefusal(body)).toBeUndefined();
  });

  it('drops issues that are none', () => {
    expect(readRefusal({ error: { code: 'x', issues: [null, 3, { field: 1, code: 'required' }] } })?.issues).toEqual([]);
  });

  it('stands beside the field it is about where a form knows it', () => {
    const faults = { 'wrong-credentials': { field: 'password', message: 'This is not your password.' } };
    const refusal = readRefusal({
      error: { code: 'wrong-credentials', message: 'The e-mail address or the password is not right.' },
    });
    expect(fieldFaultOf(refusal, faults)).toEqual({ field: 'password', message: 'This is not your password.' });
    expect(fieldFaultOf(readRefusal({ error: { code: 'too-many-attempts' } }), faults)).toBeUndefined();
    expect(fieldFaultOf(undefined, faults)).toBeUndefined();
  });
});

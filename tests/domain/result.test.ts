import { expect, it } from 'vitest';
import { ok, refuse } from '@/domain/result';

it('answers with a value', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
});

it('answers with a refusal that keeps its facts', () => {
  expect(refuse({ code: 'too-long', limit: 75 })).toEqual({ ok: false, refusal: { code: 'too-long', limit: 75 } });
});

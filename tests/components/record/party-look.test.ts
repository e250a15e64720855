import { expect, it } from 'vitest';
import { partyLook } from '@/components/record/party-look';

it('gives the first four parties a shape each', () => {
  expect([1, 2, 3, 4].map((position) => partyLook(position).shape)).toEqual(['circle', 'square', 'diamond', 'hexagon']);
});

it('gives the fifth party, whose colour is the first again, another shape than the first', () => {
  expect(partyLook(5)).toEqual({ className: 'p5', shape: 'square' });
});

it('closes the second round of shapes with the eighth party', () => {
  expect([5, 6, 7, 8].map((position) => partyLook(position).shape)).toEqual(['square', 'diamond', 'hexagon', 'circle']);
});

it('begins again after eight parties', () => {
  expect(partyLook(9)).toEqual(partyLook(1));
});

import { describe, expect, it } from 'vitest';
import { borrowedFrom } from '@/domain/policies/borrowed-name';

const northern = { name: 'Northern desk', letter: 'N' };
const southern = { name: 'Southern desk', letter: 'S' };
const mission = { name: 'Observer mission', letter: 'O' };
const western = { name: 'المكتب الغربي', letter: 'غ' };
const short = { name: 'UN', letter: 'U' };

const borrowed = (name: string, own = northern, others = [southern, mission, western, short]) =>
  borrowedFrom(name, { own, others })?.name;

describe('a name that a person chooses', () => {
  it.each([
    ['Moderator, Southern desk', 'Southern desk'],
    ['moderator, SOUTHERN DESK', 'Southern desk'],
    ['Southern-desk', 'Southern desk'],
    ['The s o u t h e r n . d e s k', 'Southern desk'],
    ['Ｓｏｕｔｈｅｒｎ ｄｅｓｋ', 'Southern desk'],
    ['Sóuthérn Désk', 'Southern desk'],
    ['Sоuthеrn dеsk', 'Southern desk'],
    ['S0uthern de5k', 'Southern desk'],
    ['Moderator, Northern desk and Southern desk', 'Southern desk'],
    ['Moderator, S', 'Southern desk'],
    ['S-moderator', 'Southern desk'],
    ['Desk S', 'Southern desk'],
    ['Party “S”', 'Southern desk'],
    ['Fact checker of ｓ', 'Southern desk'],
    ['Observer mission', 'Observer mission'],
    ['مشرف، المكتب الغربي', 'المكتب الغربي'],
    ['مشرف، المكتب الغربى', 'المكتب الغربي'],
    ['مُشرف غ', 'المكتب الغربي'],
    ['Moderator, UN', 'UN'],
  ])('[A8] %s borrows from another party', (name, party) => expect(borrowed(name)).toBe(party));

  it.each([
    'A. Moderator',
    'Moderator, Northern desk',
    'Moderator N',
    'Desk of the north',
    'Sam South',
    'S. Eastwood',
    'Moderators',
    'Unni Berg',
    'مشرف',
    '',
    '—',
  ])('[A8] %s borrows from none', (name) => expect(borrowed(name)).toBeUndefined());

  it('[A8] may say its own party’s name when another’s is a part of it, and not the other way round', () => {
    const desk = { name: 'North', letter: 'X' };
    expect(borrowed('Moderator, Northern desk', northern, [desk, southern, mission, western])).toBeUndefined();
    expect(borrowed('Moderator, Northern desk', desk, [northern, southern, mission, western])).toBe('Northern desk');
  });

  it('[A8] is compared with all of them for a person without a party', () => {
    expect(borrowedFrom('Southern desk', { others: [northern, southern] })?.name).toBe('Southern desk');
    expect(borrowedFrom('Steward', { others: [northern, southern] })).toBeUndefined();
  });
});

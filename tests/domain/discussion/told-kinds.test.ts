import { expect, it } from 'vitest';
import { groupsInUse, placeOfTold, toldKinds, usualWays } from '@/domain/discussion/told-kinds';
import { localeNames, messagesOf } from '@/tests/support/message-files';

it('[N1] is told signing at once and the rest in the digest, and offers no group of nothing', () => {
  expect(usualWays).toEqual({
    ...{ discussion: 'digest', signing: 'at-once', publication: 'digest' },
    ...{ challenges: 'digest', charter: 'digest' },
  });
  expect(groupsInUse).toEqual(
    [...new Set(groupsInUse)].filter((group) => Object.values(toldKinds).some((k) => k.group === group)),
  );
  expect(groupsInUse).toContain('signing');
});

it('[N2] says each kind by numbers, a party and times alone, in every language', () => {
  const taken = ['claim', 'party', 'revision', 'challenge', 'charter', 'outcome', 'until', 'at'];
  for (const locale of localeNames) {
    const told = messagesOf(locale, 'told.json');
    for (const kind of Object.keys(toldKinds)) {
      const sentence = told.get(`mail.${kind}`) ?? '';
      expect(sentence, `${kind} in ${locale}`).toContain('{at}');
      const said = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      expect(said.filter((name) => !taken.includes(name))).toEqual([]);
      expect(messagesOf(locale, 'discussion.json').has(`notifications.line.${kind}`)).toBe(true);
    }
  }
});

it('[K9] leads to what it is about', () => {
  const told = { claimId: 'c', threadId: null, taskId: null, facts: {} };
  expect(placeOfTold(told)).toBe('/desk/claims/c');
  expect(placeOfTold({ ...told, threadId: 't' })).toBe('/desk/claims/c?panel=comments#comment-t');
  expect(placeOfTold({ ...told, taskId: 't' })).toBe('/desk/claims/c#task-t');
  expect(placeOfTold({ ...told, facts: { challenge: 3 } })).toBe('/desk/claims/c/challenges#challenge-3');
  expect(placeOfTold({ ...told, facts: { revision: 2 } })).toBe('/desk/claims/c/revisions/2');
  for (const kind of ['retraction-proposed', 'retraction-ended'] as const)
    expect(placeOfTold({ ...told, kind, facts: { revision: 2 } })).toBe('/desk/claims/c/retraction');
  expect(placeOfTold({ ...told, claimId: null })).toBe('/desk/charter');
});

import { describe, expect, it } from 'vitest';
import { foldedName, PublisherName } from '@/domain/source/publisher-name';

describe('the name of a publisher', () => {
  it.each([
    ['Reuters', 'reuters'],
    ['Reuters', 'Reuters\u200F'],
    ['Reuters', ' Reu\u200Dters '],
    ['Reuters', 'Ｒｅｕｔｅｒｓ'],
    ['Al-Jazeera', 'Al Jazeera'],
    ['COPA', 'СОРА'],
    ['الجزيرة', 'الجَزيره'],
  ])('[S10] is one in %j and %j', (one, other) => expect(foldedName(other)).toBe(foldedName(one)));

  it.each([
    ['RTL', 'RTI'],
    ['Channel 5', 'Channel S'],
    ['BBC One', 'BBC Two'],
    ['+', '++'],
  ])('[S10] is two in %j and %j', (one, other) => expect(foldedName(other)).not.toBe(foldedName(one)));

  it.each(['Rеuters', 'Κathimerini', 'ТACC'])('[S10] is refused when a word mixes alphabets: %j', (name) => {
    expect(PublisherName.safeParse(name).error?.issues).toMatchObject([{ code: 'custom', message: 'mixed-scripts' }]);
  });

  it.each(['РИА Novosti', 'NHKワールド', 'قناة BBC', 'Agence France-Presse', '20 minutes'])('[S10] stands: %j', (name) =>
    expect(PublisherName.safeParse(name).success).toBe(true),
  );
});

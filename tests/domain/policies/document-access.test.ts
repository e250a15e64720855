import { describe, expect, it } from 'vitest';
import type { Role, Standing } from '@/domain/policies/actor';
import { type DocumentAccess, documentAccess } from '@/domain/policies/document-access';
import { member } from '../build';

const sits = (role: Role, standing: Standing) =>
  member({ role, party: { id: 'own', name: 'Own', letter: 'O', position: 1, standing } });
const record = { workspaceId: 'workspace', kind: 'record', isClosed: false } as const;
const notesOf = (partyId: string) => ({ workspaceId: 'workspace', kind: 'notes', partyId }) as const;

const draft = { workspaceId: 'workspace', kind: 'charter', isClosed: false } as const;

const cases: [Role, Standing, DocumentAccess, DocumentAccess][] = [
  ['checker', 'signing', 'write', 'write'],
  ['moderator', 'signing', 'write', 'write'],
  ['observer', 'signing', 'read', 'write'],
  ['moderator', 'observing', 'read', 'write'],
  ['observer', 'observing', 'read', 'write'],
];

describe('a live document', () => {
  it.each(cases)('[A6] of a %s whose party is %s: %s the record, %s their own notes', (role, standing, ofRecord, ofNotes) => {
    expect(documentAccess(sits(role, standing), record)).toBe(ofRecord);
    expect(documentAccess(sits(role, standing), notesOf('own'))).toBe(ofNotes);
  });

  it.each(cases)('[A4] of another party’s notes is closed to a %s whose party is %s', (role, standing) => {
    expect(documentAccess(sits(role, standing), notesOf('other'))).toBe('none');
  });

  it.each(cases)(
    '[P49] of a closed claim is read by a %s whose party is %s, and notes stay what they are',
    (role, standing, ofRecord) => {
      expect(documentAccess(sits(role, standing), { ...record, isClosed: true })).toBe(ofRecord === 'write' ? 'closed' : 'read');
      expect(documentAccess(sits(role, standing), notesOf('own'))).toBe('write');
    },
  );

  it.each(cases)(
    '[A6] [P71] of a charter is written by a %s whose party is %s as the record is, and never once it has ended',
    (role, standing, ofRecord) => {
      expect(documentAccess(sits(role, standing), draft)).toBe(ofRecord);
      expect(documentAccess(sits(role, standing), { ...draft, isClosed: true })).toBe(ofRecord === 'write' ? 'closed' : 'read');
    },
  );

  it('[A3] of another workspace is not there', () => {
    for (const document of [record, notesOf('own'), draft])
      expect(documentAccess(sits('moderator', 'signing'), { ...document, workspaceId: 'another' })).toBe('none');
  });

  it.each(['steward', 'checker', 'moderator', 'observer'] as const)('[A5] [P71] is closed to a %s without a party', (role) => {
    for (const document of [record, notesOf('own'), draft])
      expect(documentAccess(member({ role, party: null }), document)).toBe('none');
  });
});

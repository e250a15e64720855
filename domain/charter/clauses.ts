import type { CharterParameters } from './parameters';

/** Where a clause is checked: intake, evidence, propose, sign, publish, correction, always. */
export type Gate = 'intake' | 'evidence' | 'propose' | 'sign' | 'publish' | 'correction' | 'always';

export type Clause = {
  id: ClauseId;
  gates: readonly Gate[];
  /** The parameters it reads. A clause without any is fixed by the software or by the parties' ratification alone. */
  parameters: readonly (keyof CharterParameters)[];
  /** No charter can change it. */
  fixed: boolean;
};

export const clauseIds = [
  'C01',
  'C02',
  'C05',
  'C06',
  'C07',
  'C08',
  'C09',
  'C10',
  'C11',
  'C18',
  'C19',
  'C20',
  'C21',
  'C22',
  'C23',
  'C25',
  'C26',
  'C27',
  'C28',
  'C29',
  'C30',
  'C31',
  'C32',
  'C33',
  'C34',
  'C35',
  'C38',
  'C39',
  'C40',
  'C42',
] as const;
export type ClauseId = (typeof clauseIds)[number];

/** What charters of the first schema could list. */
export const firstClauseIds = [
  'C01',
  'C05',
  'C06',
  'C07',
  'C08',
  'C09',
  'C10',
  'C11',
  'C20',
  'C21',
  'C22',
  'C23',
  'C26',
  'C30',
] as const satisfies readonly ClauseId[];

/**
 * The clauses that a charter may do without: each asks for more before something happens, and nothing else is built on it. All others are what consent, publication and
 * correction rest on, and no draft leaves them out (SPEC H2).
 */
export const optionalClauseIds = ['C02', 'C08', 'C09', 'C10', 'C11', 'C18', 'C19'] as const satisfies readonly ClauseId[];

/** The clauses that this software enforces, in the charter's order. A clause that is not here is in no charter (SPEC H2). */
export const clauses: readonly Clause[] = [
  { id: 'C01', gates: ['intake', 'propose'], parameters: ['minAppearances'], fixed: false },
  { id: 'C02', gates: ['intake'], parameters: [], fixed: false },
  { id: 'C05', gates: ['propose'], parameters: [], fixed: false },
  { id: 'C06', gates: ['propose'], parameters: ['ratings'], fixed: false },
  { id: 'C07', gates: ['propose', 'publish'], parameters: ['minSources'], fixed: false },
  { id: 'C08', gates: ['propose', 'publish'], parameters: ['minIndependenceGroups', 'minNonAligned'], fixed: false },
  { id: 'C09', gates: ['propose', 'publish'], parameters: ['minPrimary'], fixed: false },
  { id: 'C10', gates: ['propose', 'publish'], parameters: [], fixed: false },
  { id: 'C11', gates: ['propose'], parameters: ['allowUnknownInterest'], fixed: false },
  { id: 'C18', gates: ['propose', 'publish'], parameters: ['replyWindowHours'], fixed: false },
  { id: 'C19', gates: ['sign'], parameters: ['interestDays'], fixed: false },
  { id: 'C20', gates: ['sign'], parameters: ['ownWorkSharePercent'], fixed: true },
  { id: 'C21', gates: ['publish'], parameters: ['signersPerParty'], fixed: false },
  { id: 'C22', gates: ['sign'], parameters: ['weakestProof'], fixed: false },
  { id: 'C23', gates: ['sign', 'publish'], parameters: [], fixed: true },
  { id: 'C25', gates: ['sign'], parameters: ['signoffHours', 'objectionHours'], fixed: false },
  { id: 'C26', gates: ['sign'], parameters: [], fixed: true },
  { id: 'C27', gates: ['publish'], parameters: ['maxRounds', 'mediationHours'], fixed: false },
  { id: 'C28', gates: ['sign'], parameters: ['dissentWords'], fixed: false },
  { id: 'C29', gates: ['publish'], parameters: ['coolingOffHours'], fixed: false },
  { id: 'C30', gates: ['publish'], parameters: [], fixed: true },
  { id: 'C31', gates: ['publish'], parameters: ['safetyHoldHours'], fixed: false },
  { id: 'C32', gates: ['always'], parameters: ['ackHours', 'decideHours'], fixed: false },
  { id: 'C33', gates: ['sign', 'correction'], parameters: ['minorCharacters'], fixed: false },
  { id: 'C34', gates: ['always'], parameters: [], fixed: true },
  { id: 'C35', gates: ['correction'], parameters: [], fixed: false },
  { id: 'C38', gates: ['always'], parameters: ['noticeDays'], fixed: false },
  { id: 'C39', gates: ['always'], parameters: [], fixed: true },
  { id: 'C40', gates: ['publish'], parameters: ['transparencyDays'], fixed: false },
  { id: 'C42', gates: ['always'], parameters: [], fixed: false },
];

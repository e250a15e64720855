/** What kind of correction a revision is, the lightest first (C33). */
export const correctionGrades = ['minor', 'update', 'substantial'] as const;
export type CorrectionGrade = (typeof correctionGrades)[number];

/** Whether a grade is lighter than what is demanded. */
export function isLighter(grade: CorrectionGrade, demanded: CorrectionGrade): boolean {
  return correctionGrades.indexOf(grade) < correctionGrades.indexOf(demanded);
}

/** The heaviest of several; the lightest there is for none. */
export function heaviest(grades: readonly CorrectionGrade[]): CorrectionGrade {
  return correctionGrades.findLast((grade) => grades.includes(grade)) ?? 'minor';
}

/** As long as a reason is to be read by the public: of a correction, and of a retraction (C35). */
export const correctionReasonMinimum = 20;
export const retractionReasonMinimum = 40;
export const reasonLimit = 2000;

/** What schema.org says of a corrected article, beside its ClaimReview (C34). A grade and a reason are words; the day of it is the day of publication. */
export function correctionComment({ name, text, at }: { name: string; text: string; at: Date }): Record<string, unknown> {
  return { correction: { '@type': 'CorrectionComment', name, text, datePublished: at.toISOString() } };
}

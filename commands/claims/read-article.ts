import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { articleLimit } from '@/domain/intake/article-limit';
import { proposeTitle } from '@/domain/intake/propose-title';
import { type Sentence, splitSentences } from '@/domain/intake/split-sentences';
import { type OfferReason, whyOffered } from '@/domain/intake/why-offered';
import { LanguageTag } from '@/domain/record/shape';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { text } from '@/domain/text-input';

export const ReadArticleInput = z.strictObject({ text: text(articleLimit), language: LanguageTag });

export type ReadSentence = Sentence & { reasons: OfferReason[]; title: string };
export type ReadArticleRefusal = AuthorizationRefusal | InputRefusal | Refusal<'no-sentences'>;

/** The sentences of an article, with why each is offered and a title to begin with. Nothing of it is stored (SPEC IN3): only what is ticked comes back. */
export async function readArticle(
  context: Context,
  input: unknown,
): Promise<Result<{ sentences: ReadSentence[] }, ReadArticleRefusal>> {
  const parsed = parseInput(ReadArticleInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.submit');
  if (!authorized.ok) return authorized;
  const { text: article, language } = parsed.value;
  const sentences = splitSentences(article, language);
  if (sentences.length === 0) return refuse({ code: 'no-sentences' });
  return ok({
    sentences: sentences.map((sentence) => ({
      ...sentence,
      reasons: whyOffered(sentence.text, language),
      title: proposeTitle(sentence.text),
    })),
  });
}

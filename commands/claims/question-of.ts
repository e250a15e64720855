import { isBlank, lengthOf, textsOf } from '@/domain/record/draft';
import { type ForbiddenCharacter, forbiddenCharacter } from '@/domain/record/forbidden-characters';
import { paragraphLimits } from '@/domain/record/shape';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import type { Projection } from '@/platform/ports';

export type QuestionRefusal =
  | Refusal<'question-missing'>
  | (Refusal<'text-long'> & { text: 'question'; language: string; characters: number; limit: number })
  | (Refusal<'forbidden-character'> & { text: 'question'; language: string } & ForbiddenCharacter);

/** The question of a live record as it may be accepted: what could not be frozen later is not agreed on now. */
export function questionOf(projection: Projection | undefined, language: string): Result<string, QuestionRefusal> {
  const question = projection === undefined ? '' : textsOf(projection.draft, language).question.trim().normalize('NFC');
  if (isBlank(question)) return refuse({ code: 'question-missing' });
  const characters = lengthOf(question);
  const limit = paragraphLimits.question;
  if (characters > limit) return refuse({ code: 'text-long', text: 'question', language, characters, limit });
  const forbidden = forbiddenCharacter(question, language);
  return forbidden === undefined
    ? ok(question)
    : refuse({ code: 'forbidden-character', text: 'question', language, ...forbidden });
}

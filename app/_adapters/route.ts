import { type NextRequest, NextResponse } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { actorOf } from '@/app/_session/actor';
import { contextFor } from '@/app/_session/context';
import { printableFacts } from '@/app/_words/printable-facts';
import type { Context } from '@/commands/command';
import type { Actor } from '@/domain/policies/actor';
import { type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { env } from '@/platform/env';
import { log } from '@/platform/log';
import { readBody } from './read-body';
import { statusOf } from './status-of';

type Params = Record<string, string>;
type Answer = Response | Result<unknown>;
type Handler = (call: {
  request: Request;
  params: Params;
  context: Context;
  body: () => Promise<Result<unknown>>;
  /** Who asks now, after a body that took its time. */
  again: () => Promise<Context>;
}) => Promise<Answer>;

/**
 * A route handler from a command call: who asks, the Origin rule, the body, the refusal in words, and faults as 500 with a sentence, a request id and nothing else.
 * Every route under app/api/v1 is made by it, so the same bad input gets the same answer everywhere.
 */
export function route(
  handler: Handler,
  {
    created = false,
    limitBytes,
    raw = false,
  }: {
    created?: boolean;
    /** Of the body, where a long text is what comes: from members alone, so that no stranger fills the memory with them (THREAT_MODEL T21). */
    limitBytes?: number;
    /** The handler reads the body itself, as bytes, and asks again who sends it when they have come. */
    raw?: boolean;
  } = {},
) {
  return async (request: NextRequest, { params }: { params: Promise<Params> }): Promise<Response> => {
    let actor: Actor = { kind: 'public' };
    try {
      if (request.method !== 'GET' && !originAllowed(request))
        return await refusalResponse({ code: 'wrong-origin' }, await actorOf(request.cookies.getAll()));
      if (limitBytes !== undefined && (await actorOf(request.cookies.getAll())).kind !== 'member')
        return await refusalResponse({ code: 'not-signed-in' }, actor);
      // Read before it is asked who they are by whose right it is done: a body that trickles in must not outlive a sign-out, a role or the clock of its command.
      const read = request.method === 'GET' || raw ? undefined : await readBody(request, limitBytes);
      actor = await actorOf(request.cookies.getAll());
      const named = (await params) ?? {};
      if (!namesThings(named)) return await refusalResponse({ code: 'not-found' }, actor);
      const context = await contextFor(actor);
      const again = async () => contextFor(await actorOf(request.cookies.getAll()));
      const body = async () => read ?? refuse({ code: 'body-type' });
      const answer = await handler({ request, params: named, context, body, again });
      if (answer instanceof Response) return answer;
      if (!answer.ok) return await refusalResponse(answer.refusal, actor);
      return NextResponse.json(answer.value ?? {}, {
        status: created ? 201 : 200,
        headers: { 'cache-control': 'private, no-store' },
      });
    } catch (fault) {
      // What people typed can make a record that no editor makes; they can mend it, so they are told where.
      if (fault instanceof Error && fault.name === 'UnprojectableError')
        return await refusalResponse({ code: 'record-unreadable', where: 'where' in fault ? String(fault.where) : '' }, actor);
      const requestId = crypto.randomUUID();
      log().error({ error: fault, requestId, path: new URL(request.url).pathname }, 'A request failed.');
      return await refusalResponse({ code: 'fault', requestId }, actor);
    }
  };
}

/** A command's input from the body, with what the address says laid over it: a body cannot name another claim than the path. */
export async function inputOf(body: () => Promise<Result<unknown>>, fromPath: Params, wrap?: string): Promise<Result<unknown>> {
  const read = await body();
  if (!read.ok) return read;
  if (wrap !== undefined) return { ok: true, value: { ...fromPath, [wrap]: read.value } };
  if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value))
    return refuse({ code: 'body-not-json' });
  return { ok: true, value: { ...read.value, ...fromPath } };
}

export async function refusalResponse(refusal: Refusal, actor: Actor): Promise<Response> {
  const { code, ...facts } = refusal;
  const message = await sentenceOf(refusal, actor);
  return NextResponse.json(
    { error: { ...facts, code, message } },
    { status: statusOf(code), headers: { 'cache-control': 'private, no-store' } },
  );
}

/** A refusal in a sentence, in the language of whoever asked. */
export async function sentenceOf({ code, ...facts }: Refusal, actor: Actor): Promise<string> {
  const t = await getTranslations({ locale: actor.kind === 'member' ? actor.locale : env().DEFAULT_LOCALE, namespace: 'errors' });
  return t.has(code) ? t(code, printableFacts(facts)) : t('unknown', { code });
}

/** An address whose id is no id names nothing, exactly as one whose id is unknown (SPEC A3). */
function namesThings(params: Params): boolean {
  return Object.entries(params).every(([name, value]) => !name.endsWith('Id') || id.safeParse(value).success);
}

/** A write comes from our own pages, or from a program, which sends neither header. `null` is a page of unknown origin. */
function originAllowed(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === env().APP_URL;
  return request.headers.get('sec-fetch-site') === null;
}

import { NextResponse } from 'next/server';
import { processSlot } from '@/platform/process-slot';

export const dynamic = 'force-dynamic';

/** 200 once the database is migrated, live editing listens and the demo world, if any, is in. Until then a balancer sends nobody here. */
export function GET(): Response {
  const ready = processSlot<boolean>('countersign.ready').current === true;
  return NextResponse.json(
    { status: ready ? 'ready' : 'starting' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

import { NextResponse } from 'next/server';
import { busState } from '@/platform/bus';
import { processSlot } from '@/platform/process-slot';

export const dynamic = 'force-dynamic';

/**
 * 200 once the database is migrated, live editing listens and the demo world, if any, is in. Until then a balancer sends nobody here.
 * A bus that is away is told and is no reason to send people elsewhere: the processes find each other's edits in the log.
 */
export function GET(): Response {
  const ready = processSlot<boolean>('countersign.ready').current === true;
  return NextResponse.json(
    { status: ready ? 'ready' : 'starting', otherProcesses: busState() },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

import { NextResponse } from 'next/server';

export const dynamic = 'force-dynamic';

/** The process answers. Whether it has anything to serve yet is /readyz. */
export function GET(): Response {
  return NextResponse.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}

import { sql } from 'drizzle-orm';
import { signOffs } from '@/db/schema';

/** That nobody took a sign-off back (SPEC L19): the condition of every question that asks who says what of a revision. */
export const stands = sql`not exists (select from sign_off_withdrawals taken_back where taken_back.sign_off_id = ${signOffs.id})`;

import { route } from '@/app/_adapters/route';
import { declareInterests } from '@/commands/membership/declare-interests';

export const POST = route(async ({ context, body }) => declareInterests(context, body), { created: true });

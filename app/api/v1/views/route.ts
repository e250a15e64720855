import { inputOf, route } from '@/app/_adapters/route';
import { saveView } from '@/commands/views/save-view';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? saveView(context, input.value) : input;
  },
  { created: true },
);

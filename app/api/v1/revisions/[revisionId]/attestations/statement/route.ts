import { inputOf, route } from '@/app/_adapters/route';
import { beginAttestation } from '@/commands/attestations/begin-attestation';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? beginAttestation(context, input.value) : input;
  },
  { created: true },
);

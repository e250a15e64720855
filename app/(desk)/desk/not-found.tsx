import { NothingHere } from '../_frame/nothing-here.client';

/**
 * Next draws this beside every page of the desk, before any of them knows who asks. It must not ask for words on the server: next-intl would
 * fix the language of the whole request at its first question.
 */
export default function NotFound() {
  return <NothingHere />;
}

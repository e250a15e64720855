import { publicRead } from '@/app/_adapters/public-read';
import { parityWithLooks } from '@/db/queries/parity-with-looks';
import { challengeOfLink, publicChallenges } from '@/db/queries/public/challenges';
import { proofBytes } from '@/db/queries/public/proof-bytes';
import { publishedAddresses } from '@/db/queries/public/published-addresses';
import { charterBytes, recordBytes, signOffBytes } from '@/db/queries/public/published-bytes';
import { publishedVerdict } from '@/db/queries/public/published-verdict';
import { publishedVerdicts } from '@/db/queries/public/published-verdicts';
import { ratifiedCharter } from '@/db/queries/public/ratified-charter';
import { returnedForm } from '@/db/queries/public/returned-form';
import { rootWorkspace } from '@/db/queries/public/root-workspace';

// Everything that public pages read. What is not here is not public.
export const readWorkspace = publicRead(rootWorkspace);
export const readVerdicts = publicRead(publishedVerdicts);
export const readVerdict = publicRead(publishedVerdict);
export const readCharter = publicRead(ratifiedCharter);
export const readAddresses = publicRead(publishedAddresses);
export const readRecordBytes = publicRead(recordBytes);
export const readSignOffBytes = publicRead(signOffBytes);
export const readProofBytes = publicRead(proofBytes);
export const readCharterBytes = publicRead(charterBytes);
export const readParity = publicRead(parityWithLooks);
export const readChallenges = publicRead(publicChallenges);
export const readChallengeOfLink = publicRead(challengeOfLink);
export const readReturnedForm = publicRead(returnedForm);

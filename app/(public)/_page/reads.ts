import { asked, kept } from '@/app/_adapters/public-cache';
import { publishedAddresses } from '@/db/queries/public/published-addresses';
import { charterBytes, recordBytes, signOffBytes } from '@/db/queries/public/published-bytes';
import { publishedVerdict } from '@/db/queries/public/published-verdict';
import { publishedVerdicts } from '@/db/queries/public/published-verdicts';
import { ratifiedCharter } from '@/db/queries/public/ratified-charter';
import { rootWorkspace } from '@/db/queries/public/root-workspace';

// Everything that public pages read. What is not here is not public.
export const readWorkspace = kept('workspace', 'workspace', rootWorkspace);
export const readNewestVerdicts = kept('newest-verdicts', 'verdicts', publishedVerdicts);
export const readVerdict = kept('verdict', 'verdicts', publishedVerdict);
export const readCharter = kept('charter', 'charter', ratifiedCharter);

export const searchVerdicts = asked(publishedVerdicts);
export const readAddresses = asked(publishedAddresses);
export const readRecordBytes = asked(recordBytes);
export const readSignOffBytes = asked(signOffBytes);
export const readCharterBytes = asked(charterBytes);

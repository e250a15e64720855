import { mkdir, rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';

// Making a PGlite cluster takes ten seconds, unpacking one three: the build makes it once, and every first start unpacks it.
// The image belongs to one version of PGlite, so it is made again when the lock file changes.
const path = 'dist/pglite-empty.tar.gz';
const client = await PGlite.create();
const image = await client.dumpDataDir('gzip');
await client.close();
await mkdir('dist', { recursive: true });
await writeFile(`${path}.part`, new Uint8Array(await image.arrayBuffer()));
await rename(`${path}.part`, path);

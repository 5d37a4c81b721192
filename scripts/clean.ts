/** Removes what the other commands wrote. */
import { rmSync } from 'node:fs';

/** Removes what commands write and git ignores, but the installed packages. */
for (const folder of ['dist', '.cache', 'coverage']) rmSync(folder, { recursive: true, force: true });

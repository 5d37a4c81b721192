/** Removes what the other commands wrote. */
import { rmSync } from 'node:fs';

/** Removes what commands write and git ignores, except the installed packages. */
for (const folder of ['dist', '.cache', 'coverage']) rmSync(folder, { recursive: true, force: true });

/** Serves the mock in a process of its own and tells its port, and its memory when it is asked. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startMockServer } from '../../src/mock/server.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const { port } = await startMockServer();
process.send?.({ port });
process.on('message', () => {
  collect();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});

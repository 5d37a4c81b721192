/**
 * A worker that listens and never accepts. Its thread sleeps, so that two connections fill the queue of the kernel
 * and every further one is left without a response.
 */
import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

const awake = new Int32Array(workerData as SharedArrayBuffer);
const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort?.postMessage(server.address());
  // The message has to leave before the thread sleeps.
  setTimeout(() => {
    Atomics.wait(awake, 0, 0, 60_000);
    server.close();
  }, 20);
});

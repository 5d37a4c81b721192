import { startMockServer } from '../src/mock/server.ts';

const port = Number(process.env['PORT'] ?? 4010);
const mock = await startMockServer({ port }).catch((error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${port} is taken. Choose another: make mock PORT=4011` : error.message);
  process.exit(1);
});

console.log(`Create iteration, mocked, at ${mock.url}

  Give your client this base URL and any access token. Ask for an answer by its name, or for an error, in a header:

    Prefer: example=running-two-treatments
    Prefer: code=429

  Ctrl-C stops it.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => mock.close());

/** A user of the mock server: prints what it gives through the runtime's own fetch, and what is said of one that is gone. */

import { type MockServer, startMockServer } from 'launchdarkly-iteration-contract/mock';
import { create, report } from './consumer.js';

const gone: MockServer = await startMockServer();
await gone.close();
const mock: MockServer = await startMockServer();
const told = await report({ baseUrl: mock.url });
await mock.close();
console.log(JSON.stringify([told, await create({ baseUrl: gone.url, maxRetries: 0 })]));

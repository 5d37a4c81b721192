import { setupServer } from 'msw-3/node';
import { vi } from 'vitest';
import { describeWorker } from './msw.ts';

vi.mock('msw', () => import('msw-3'));

describeWorker('the handlers of Mock Service Worker 3', setupServer as never);

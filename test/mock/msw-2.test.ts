import { setupServer } from 'msw/node';
import { describeWorker } from './msw.ts';

describeWorker('the handlers of Mock Service Worker 2', setupServer);

/** Every way in which a call can go wrong that the client is held to. */

import { aborts } from './aborts.ts';
import { bodies } from './bodies.ts';
import { breaking } from './breaking.ts';
import { connecting } from './connecting.ts';
import { echoes } from './echoes.ts';
import type { Fault } from './fault.ts';
import { fetches } from './fetches.ts';
import { implementations } from './implementations.ts';
import { handedIn } from './inputs.ts';
import { limits } from './limits.ts';
import { operations } from './operations.ts';
import { retryAfter } from './retry-after.ts';
import { statuses } from './statuses.ts';
import { watchers } from './watchers.ts';

export const faults: Fault[] = [
  ...connecting,
  ...breaking,
  ...bodies,
  ...echoes,
  ...statuses,
  ...retryAfter,
  ...limits,
  ...aborts,
  ...handedIn,
  ...fetches,
  ...watchers,
  ...operations,
  ...implementations,
];

import { aborts } from './aborts.ts';
import { bodies } from './bodies.ts';
import { breaking } from './breaking.ts';
import { handedIn } from './caller.ts';
import { connecting } from './connecting.ts';
import type { Fault } from './fault.ts';
import { hints } from './hints.ts';
import { limits } from './limits.ts';
import { repeating } from './repeating.ts';
import { statuses } from './statuses.ts';

/** Every way in which a call can go wrong that the client is held to. */
export const faults: Fault[] = [
  ...connecting,
  ...breaking,
  ...bodies,
  ...statuses,
  ...hints,
  ...limits,
  ...repeating,
  ...aborts,
  ...handedIn,
];

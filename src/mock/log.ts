import type { Writable } from 'node:stream';
import type { MockAnswer } from './message.ts';

/** How requests are logged: one legible line each, one JSON object a line each, or not at all. */
export type LogStyle = 'line' | 'json' | 'silent';

/** Logs a request that was answered. It holds no header and no body, so no token. */
export type Log = (entry: { method: string; target: string; answer: MockAnswer; ms: number }) => void;

/** Returns a log that writes to a stream. */
export function logTo(stream: Writable, style: LogStyle): Log {
  if (style === 'silent') return () => {};
  return ({ method, target, answer, ms }) => {
    const { status, scenario, violation } = answer;
    const path = target.replace(/\?.*/s, '');
    const entry = { method, path, status, ms: Math.round(ms * 10) / 10, scenario, violation };
    const parts = [method, path, status, `${entry.ms.toFixed(1)} ms`, scenario, violation];
    stream.write(
      `${style === 'json' ? JSON.stringify(entry) : parts.filter((part) => part !== undefined).join('  ')}\n`,
    );
  };
}

import { setTimeout as delay } from 'node:timers/promises';

/** What a client can leave behind that keeps a process alive. */
const lasting = /Timeout|TCP|TLS|GetAddrInfo/;

/**
 * Does some work and names the timers and sockets that it left behind. Each that was there before is forgiven; the
 * rest has a little time to close, as sockets do.
 */
export async function withResources<T>(work: () => Promise<T>): Promise<{ result: T; left: string[] }> {
  const before = resources();
  const result = await work();
  let left = added(before);
  for (let attempt = 0; left.length > 0 && attempt < 50; attempt += 1) {
    await delay(100);
    left = added(before);
  }
  return { result, left };
}

function resources(): string[] {
  return process.getActiveResourcesInfo().filter((name) => lasting.test(name));
}

function added(before: string[]): string[] {
  const rest = [...before];
  return resources().filter((name) => {
    const index = rest.indexOf(name);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPrograms, type Programs, thisNode } from './child.ts';
import { differences, targets } from './connect.ts';
import type { Sabotage } from './job.ts';
import { type RandomRun, randomProblems, runAtRandom } from './random.ts';
import { resendProblems } from './resend.ts';
import { lineOf, runIn } from './run.ts';

/** Wall time, which a busy machine may need: nothing is judged by it. */
const patience = { timeout: 1_200_000 };

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'faults-'));
let programs: Programs;
beforeAll(async () => {
  programs = await buildPrograms(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const shortRun = (sabotage: Sabotage): Promise<RandomRun> =>
  runAtRandom(thisNode, programs, { calls: 150, atOnce: 30, seed: 1, sabotage });

// Concurrent, since most of what they do is wait for servers that never respond.
describe.concurrent('calls in this Node', () => {
  it('are never sent twice and never misreported, whatever the server does', patience, async () => {
    const run = await runIn(thisNode, programs, { calls: 600 });
    expect(run.problems, lineOf(run)).toEqual([]);
    expect(run.dying).toBe(192);
  });
});

describe.concurrent('the judge of the random run finds out a client that', () => {
  it('sends again what may have been applied', patience, async () => {
    const { duplicates } = await shortRun('sends again');
    expect(duplicates).toBeGreaterThan(0);
  });

  it('says not_applied of everything', patience, async () => {
    const { falseNotApplied } = await shortRun('claims not_applied');
    expect(falseNotApplied).toBeGreaterThan(0);
  });

  it('says applied of everything', patience, async () => {
    const { falseApplied } = await shortRun('claims applied');
    expect(falseApplied).toBeGreaterThan(0);
  });

  it('never ends', patience, async () => {
    const { hangs } = await shortRun('hangs');
    expect(hangs).toBeGreaterThan(0);
  });

  it('leaves timers and listeners behind', patience, async () => {
    const { leaks } = await shortRun('leaks');
    expect(leaks.join()).toMatch(/\d+ timers,\d+ listeners/);
  });

  it('shows the access token', patience, async () => {
    const { leaks } = await shortRun('shows the token');
    expect(leaks).toContain('an error shows the access token');
  });

  it('is not met in every way', () => {
    const endings = { success: 1, not_applied: 1, applied: 0, unknown: 1, responded: 1, strange: 0, hang: 0 };
    const none = { duplicates: 0, resent: 0, falseNotApplied: 0, falseApplied: 0, hangs: 0, leaks: [] };
    const run = { seed: 1, calls: 4, endings, ...none };
    expect(randomProblems(run)).toEqual(['no call ended as applied, so the run proves nothing']);
    const met = { ...run, endings: { ...endings, applied: 1 } };
    expect(randomProblems(met)).toEqual([]);
    expect(randomProblems({ ...met, resent: 2 })).toEqual(['2 resent']);
  });
});

describe('the judge of connections that die finds out', () => {
  /** Sends what a runtime sends that makes so many requests of one call, as bytes or in chunks. */
  const sending = (requests: number, body: (text: string) => BodyInit, end: string) => async (url: string) => {
    const text = '{"hypothesis":"one"}';
    const send = () => fetch(`${url}/fresh-fin`, { method: 'POST', body: body(text), duplex: 'half' } as RequestInit);
    for (let request = 0; request < requests; request += 1) await send().catch(() => {});
    return { one: end };
  };
  const asText = (text: string) => text;

  it('a request that is sent again', async () => {
    const problems = await resendProblems(sending(2, asText, 'network unknown 1'));
    expect(problems[0]).toBe('one: 2 requests for one attempt, which ended as network unknown 1');
  });

  it('a request without the length of its body', async () => {
    const problems = await resendProblems(sending(1, (text) => new Blob([text]).stream(), 'network unknown 1'));
    expect(problems[0]).toBe('one: 1 requests without the length of their body');
  });

  it('a false claim about what was applied', async () => {
    const problems = await resendProblems(sending(1, asText, 'network not_applied 1'));
    expect(problems[0]).toBe('one: ended as network not_applied 1');
  });

  it('a run in which no reused connection died', async () => {
    const problems = await resendProblems(sending(1, asText, 'network unknown 1'));
    expect(problems).toEqual(['no connection died fresh, or none reused']);
  });
});

describe('the judge of hosts out of reach', () => {
  const known = Object.fromEntries(
    Object.entries(targets).map(([name, { says }]) => [name, typeof says === 'string' ? says : 'network unknown 1']),
  );

  it('accepts what is known of a runtime, and of no other', () => {
    expect(differences('Node', known)).toEqual([]);
    expect(differences('Bun', known)).toContain('a blocked port: network not_applied 1, not network not_applied 3');
  });

  it('finds a false claim, and a missing one', () => {
    const lie = { ...known, 'plain text within TLS': 'network not_applied 1' };
    expect(differences('Node', lie)).toEqual([
      'plain text within TLS: network not_applied 1, though the request was read, not network unknown 1',
    ]);
    expect(differences('Node', {})).toHaveLength(Object.keys(targets).length);
  });
});

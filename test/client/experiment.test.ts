/** Get experiment and Update experiment: what is sent, what is sent again, and what a failure says. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIterationClient as createBareClient } from '../../src/client/index.ts';
import { getExperiment } from '../../src/experiment.ts';
import { createIterationClient, instructions } from '../../src/index.ts';
import { experiment, failureOf, path, through } from '../support/calls.ts';

/** A client whose requests get these responses, one after the other, the last one again and again. */
function clientFor(...responses: (() => Response)[]) {
  const send = vi.fn(async (..._request: Parameters<typeof fetch>) => {
    const respond = responses[Math.min(send.mock.calls.length, responses.length) - 1];
    return respond?.() ?? Response.error();
  });
  return { client: createIterationClient({ accessToken: 'api-token', fetch: send }), send };
}

const ok = () => Response.json(experiment);
const conflict = () => Response.json({ code: 'optimistic_locking_error', message: 'Try again later' }, { status: 409 });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('Get experiment', () => {
  it('requests the fields to expand as one list, or none', async () => {
    const { client, send } = clientFor(ok);
    expect(await client.getExperiment(path, { expand: ['draftIteration', 'treatments'] })).toEqual(experiment);
    await client.getExperiment(path);
    await client.getExperiment(path, { expand: [] });
    const urls = send.mock.calls.map(([url]) => new URL(String(url)));
    expect(urls.map(({ search }) => search)).toEqual(['?expand=draftIteration%2Ctreatments', '', '']);
    expect(urls[0]?.pathname).toBe('/api/v2/projects/p/environments/e/experiments/x');
    expect(send.mock.calls[0]?.[1]).toMatchObject({ method: 'GET' });
  });

  it('has only the expanded fields in its type', async () => {
    const { client } = clientFor(ok);
    const plain = await client.getExperiment(path);
    // @ts-expect-error a draft is there only where it was asked for
    expect(plain.draftIteration).toBeUndefined();
    const expanded = await client.getExperiment(path, { expand: ['draftIteration'] });
    expect(expanded.draftIteration).toBeUndefined();
    // @ts-expect-error treatments were not asked for
    expect(expanded.draftIteration?.treatments).toBeUndefined();
  });

  it('is sent again after a failure of the server, and says that nothing was changed', async () => {
    const { client, send } = clientFor(() => new Response('', { status: 502 }), ok);
    expect(await through(client.getExperiment(path))).toEqual(experiment);
    expect(send).toHaveBeenCalledTimes(2);
    const broken = clientFor(() => new Response('', { status: 502 }));
    const error = await through(failureOf(broken.client.getExperiment(path)));
    expect(error).toMatchObject({ kind: 'http', outcome: 'not_applied', status: 502, attempts: 3 });
  });

  it('is a function that takes a client as well, and no other value', async () => {
    const bare = createBareClient({ accessToken: 'api-token', fetch: async () => ok() });
    expect(await getExperiment(bare, path)).toEqual(experiment);
    expect(await getExperiment(clientFor(ok).client, path)).toEqual(experiment);
    await expect(getExperiment({} as typeof bare, path)).rejects.toThrow(/must be a client/);
  });

  it('does not accept a login page as an experiment', async () => {
    const { client } = clientFor(() => new Response('<html></html>'));
    expect(await through(failureOf(client.getExperiment(path)))).toMatchObject({ kind: 'invalid_response' });
  });
});

describe('Update experiment', () => {
  it('sends a semantic patch with the parameter of its media type', async () => {
    const { client, send } = clientFor(ok);
    const patch = { comment: 'why', instructions: [instructions.updateName('New')] };
    expect(await client.updateExperiment(path, patch)).toEqual(experiment);
    const [, init] = send.mock.calls[0] ?? [];
    expect(init?.method).toBe('PATCH');
    expect(new Headers(init?.headers).get('content-type')).toBe(
      'application/json; domain-model=launchdarkly.semanticpatch',
    );
    expect(JSON.parse(String(init?.body))).toEqual({
      comment: 'why',
      instructions: [{ kind: 'updateName', value: 'New' }],
    });
  });

  it.each([
    ['startIteration', (client: Client) => client.startIteration(path, { changeJustification: 'why', comment: 'c' })],
    [
      'stopIteration',
      (client: Client) => client.stopIteration(path, { winningTreatmentId: 't', winningReason: 'clear' }),
    ],
    [
      'saveAndStartNewIteration',
      (client: Client) =>
        client.saveAndStartNewIteration(path, { value: { hypothesis: { operation: 'update', value: 'h' } } }),
    ],
    [
      'updateExperimentFields',
      (client: Client) => client.updateExperimentFields(path, { name: { operation: 'update', value: 'n' } }),
    ],
    ['archiveExperiment', (client: Client) => client.archiveExperiment(path)],
    ['restoreExperiment', (client: Client) => client.restoreExperiment(path)],
  ] as const)('has %s as a function that sends this one instruction', async (kind, call) => {
    const { client, send } = clientFor(ok);
    expect(await call(client)).toEqual(experiment);
    const { instructions: sent } = JSON.parse(String(send.mock.calls[0]?.[1]?.body));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ kind });
    expect(Object.values(sent[0])).not.toContain(undefined);
  });

  it('is sent again after 409 at most twice, where each instruction is harmless to repeat', async () => {
    const { client, send } = clientFor(conflict);
    const patch = {
      instructions: [
        instructions.updateName('New'),
        instructions.updateExperimentFields({ tags: { operation: 'add', value: ['a'] } }),
      ],
    };
    const error = await through(failureOf(client.updateExperiment(path, patch, { maxRetries: 9 })));
    expect(send).toHaveBeenCalledTimes(3);
    expect(error).toMatchObject({ outcome: 'not_applied', status: 409, code: 'optimistic_locking_error' });
    expect(error.message).toContain('another running experiment uses the same rule');
  });

  it.each([
    ['startIteration', instructions.startIteration()],
    ['stopIteration', instructions.stopIteration({ winningTreatmentId: 't', winningReason: 'r' })],
    ['saveAndStartNewIteration', instructions.saveAndStartNewIteration()],
    [
      'an addition to a list',
      instructions.updateExperimentFields({ metrics: { operation: 'add', value: [{ key: 'm' }] } }),
    ],
  ])('is not sent again after 409 with %s', async (_what, instruction) => {
    const { client, send } = clientFor(conflict);
    const patch = { instructions: [instructions.archiveExperiment(), instruction] };
    const error = await through(failureOf(client.updateExperiment(path, patch)));
    expect(send).toHaveBeenCalledTimes(1);
    expect(error).toMatchObject({ outcome: 'not_applied', retryable: false, status: 409 });
  });

  it('is never sent again where it may have been applied', async () => {
    const { client, send } = clientFor(() => new Response('', { status: 503 }));
    const error = await through(failureOf(client.archiveExperiment(path)));
    expect(send).toHaveBeenCalledTimes(1);
    expect(error).toMatchObject({ outcome: 'unknown', status: 503 });
    expect(error.message).toContain('The experiment may have been changed.');
  });
});

type Client = ReturnType<typeof createIterationClient>;

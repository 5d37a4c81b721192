/** A screen that creates an iteration: what a frontend team tests, without a framework. */

/** Posts an iteration and returns what a screen would show: the treatments, or the message of the failure. */
export async function createAndShow(iteration, { url = '', fetch = globalThis.fetch } = {}) {
  const path = '/api/v2/projects/p/environments/e/experiments/x/iterations';
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { authorization: 'api-any', 'content-type': 'application/json' },
    body: JSON.stringify(iteration),
  });
  const body = await response.json();
  return response.ok ? body.treatments.map(({ allocationPercent }) => allocationPercent).join(' and ') : body.message;
}

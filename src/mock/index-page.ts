/** The page at `GET /`: the scenarios, and how to request each. */

import { operations } from '../../generated/operations.js';
import { membersOf } from '../http/fields.ts';
import { jsonResponse, type MockRequest, type MockResponse } from './responses.ts';
import { scenarios } from './scenarios.ts';

/** Returns the list of scenarios, as a page for browsers and as JSON for other clients. */
export function indexPage({ headers }: MockRequest): MockResponse {
  const list = Object.entries(scenarios).map(([name, { summary }]) => ({ name, summary, prefer: `example=${name}` }));
  const routes = Object.values(operations).map(({ method, path }) => `${method} ${path}`);
  const wantsPage = membersOf(headers['accept']).some(({ name }) => name === 'text/html');
  if (!wantsPage) return jsonResponse(200, JSON.stringify({ routes, scenarios: list }));
  return jsonResponse(200, page(routes, list), { 'content-type': 'text/html; charset=utf-8' });
}

function page(routes: string[], list: { name: string; summary: string; prefer: string }[]): string {
  const rows = list.map(
    ({ name, summary, prefer }) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(summary)}</td><td><code>Prefer: ${escapeHtml(prefer)}</code></td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>LaunchDarkly's experiments API, mocked</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  code { overflow-wrap: anywhere; }
  table { border-collapse: collapse; }
  th, td { text-align: left; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid #8886; }
</style>
<main>
<h1>LaunchDarkly's experiments API, mocked</h1>
${routes.map((route) => `<p><code>${escapeHtml(route)}</code></p>`).join('\n')}
<p>Send any access token. Choose a response with the header in its row, or with <code>?__example=</code> and its name;
choose a documented status with, for example, <code>Prefer: code=429</code>. <code>POST /__reset</code> restarts every
scenario.</p>
<table>
<thead><tr><th scope="col">Scenario</th><th scope="col">Response</th><th scope="col">Header</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</main>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

import { createIteration } from '../../generated/operations.js';
import { jsonAnswer, type MockAnswer, type MockRequest } from './message.ts';
import { scenarios } from './scenarios.ts';

/** Answers `GET /`: the scenarios and how to ask for each, as a page for a browser and as JSON for all else. */
export function listing({ method, headers }: MockRequest): MockAnswer {
  const list = Object.entries(scenarios).map(([name, { summary }]) => ({ name, summary, prefer: `example=${name}` }));
  const route = `${createIteration.method} ${createIteration.path}`;
  const wantsPage = headers['accept']?.includes('text/html');
  const answer = jsonAnswer(200, { route, scenarios: list });
  const whole = wantsPage
    ? { ...answer, headers: { ...answer.headers, 'content-type': 'text/html; charset=utf-8' }, body: page(route, list) }
    : answer;
  return method === 'HEAD' ? { ...whole, body: '' } : whole;
}

function page(route: string, list: { name: string; summary: string; prefer: string }[]): string {
  const rows = list.map(
    ({ name, summary, prefer }) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(summary)}</td><td><code>Prefer: ${escapeHtml(prefer)}</code></td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Create iteration, mocked</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  code { overflow-wrap: anywhere; }
  table { border-collapse: collapse; }
  th, td { text-align: left; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid #8886; }
</style>
<main>
<h1>Create iteration, mocked</h1>
<p><code>${escapeHtml(route)}</code></p>
<p>Send any access token. Choose an answer with the header of its row, or with <code>?__example=</code> and its name;
any error with <code>Prefer: code=429</code> and the like.</p>
<table>
<thead><tr><th scope="col">Scenario</th><th scope="col">Answer</th><th scope="col">Header</th></tr></thead>
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

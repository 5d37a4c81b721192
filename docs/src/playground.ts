/** Runs the playground in its page. Untrusted text is only ever set as text, and nothing is sent. */
import { createIteration } from '../../generated/operations.js';
import { createMockFetch, type ScenarioName } from '../../src/mock/fetch.ts';
import { scenarios } from '../../src/mock/scenarios.ts';
import { clientCode, curlCode, sampleKeys } from '../lib/code.ts';
import { type Entry, type Format, reviewText, write } from './review.ts';

const url = createIteration.path.replace(/\{(\w+)\}/g, (_all, name: keyof typeof sampleKeys) => sampleKeys[name]);

/** Starts the playground in an element. */
export function startPlayground(root: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string) => root.querySelector(`[data-part="${name}"]`) as T;
  const text = part<HTMLTextAreaElement>('text');
  const format = part<HTMLSelectElement>('format');
  const example = part<HTMLSelectElement>('example');
  const scenario = part<HTMLSelectElement>('scenario');
  const requests = JSON.parse(root.dataset['requests'] ?? '[]') as unknown[];
  const formatNow = () => format.value as Format;
  let run = 0;

  const update = async () => {
    run += 1;
    const mine = run;
    const { value, entries } = reviewText(text.value, formatNow());
    part('status').textContent = summaryOf(entries);
    part('entries').replaceChildren(...entries.map((entry) => entryItem(entry, text)));
    part('curl').textContent = value === undefined ? '' : curlCode(createIteration, value);
    part('client').textContent = value === undefined ? '' : clientCode(createIteration, value);
    const responses = value === undefined ? [] : await respond(value, scenario.value as ScenarioName);
    if (mine === run) part('responses').replaceChildren(...responses.map(responseElement));
  };
  const edited = () => {
    history.replaceState(null, '', `#${formatNow()}=${encodeURIComponent(text.value)}`);
    return update();
  };

  text.addEventListener('input', edited);
  scenario.addEventListener('change', update);
  example.addEventListener('change', () => {
    text.value = write(requests[Number(example.value)], formatNow());
    void edited();
  });
  format.addEventListener('change', () => {
    const { value } = reviewText(text.value, formatNow() === 'json' ? 'yaml' : 'json');
    if (value !== undefined) text.value = write(value, formatNow());
    void edited();
  });
  part('link').addEventListener('click', async () => {
    await edited();
    await navigator.clipboard?.writeText(location.href);
    part('status').textContent = 'Copied a link that contains the whole text.';
  });

  const [, linked, encoded = ''] = /^#(json|yaml)=(.*)$/s.exec(location.hash) ?? [];
  if (linked) format.value = linked;
  text.value = linked ? decode(encoded) : write(requests[0], 'json');
  root.hidden = false;
  void update();
}

/** The text of a link; empty if the link was truncated. */
function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}

function summaryOf(entries: readonly Entry[]): string {
  const count = (level: Entry['level']) => entries.filter((entry) => entry.level === level).length;
  const [errors, advice] = [count('error'), count('advice')];
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice.`;
}

/** A line of the list. Its button moves the caret to the place. */
function entryItem({ level, message, pointer, offset }: Entry, text: HTMLTextAreaElement): HTMLElement {
  const before = text.value.slice(0, offset).split('\n');
  const place = element('button', `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`);
  place.setAttribute('type', 'button');
  place.addEventListener('click', () => {
    text.focus();
    text.setSelectionRange(offset, offset + 1);
  });
  const item = element('li', '', element('strong', level), ' ', place, ` ${message}`);
  if (pointer) item.append(' ', element('code', pointer));
  item.className = level;
  return item;
}

/** Sends the iteration to the mock as often as the scenario has steps. */
async function respond(value: unknown, name: ScenarioName): Promise<string[]> {
  const mockFetch = createMockFetch({ scenario: name });
  const headers = { authorization: 'api-playground', 'content-type': 'application/json' };
  const texts: string[] = [];
  for (const _step of scenarios[name]?.steps ?? []) {
    const response = await mockFetch(url, { method: createIteration.method, headers, body: JSON.stringify(value) });
    const lines = [...response.headers].filter(([key]) => !key.startsWith('access-control-'));
    const body = await response.text();
    texts.push([response.status, ...lines.map((line) => line.join(': ')), '', pretty(body)].join('\n'));
    // An invalid request is rejected before a scenario counts it.
    if (response.status === 400) break;
  }
  return texts;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function responseElement(response: string, index: number): HTMLElement {
  const pre = element('pre', response);
  pre.tabIndex = 0;
  pre.setAttribute('role', 'group');
  pre.setAttribute('aria-label', `Response ${index + 1}`);
  return pre;
}

function element(name: string, text: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...(text ? [text] : []), ...children);
  return made;
}

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDocs, filesOf } from '../../docs/build.ts';
import { fileOf, openContext, origin } from '../../docs/lib/browse.ts';
import { createIteration, operations } from '../../generated/operations.js';
import { describeWithChromium } from '../support/chromium.ts';
import { document, withMembers } from '../support/document.ts';
import { describeWithReference, reference } from '../support/shared.ts';
import { colorRules, findings, overflow } from './axe.ts';
import { hostile, hostileTexts } from './hostile.ts';

let folder: string;
let site: string;
let hostileSite: string;
let pages: string[];
const hostileBase = '/some/prefix/';

/** Both builds write the same pages into docs/, so that they follow each other. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docs-'));
  [site, hostileSite] = [join(folder, 'site'), join(folder, 'hostile')];
  const contract = join(folder, 'hostile.json');
  writeFileSync(contract, JSON.stringify(hostile(JSON.parse(readFileSync('generated/openapi.json', 'utf8')))));
  await buildDocs({ folder: hostileSite, base: hostileBase, contract, withoutApi: true });
  await buildDocs({ folder: site });
  pages = pagesOf(site);
  const size = filesOf(site).reduce((sum, path) => sum + statSync(join(site, path)).size, 0);
  console.log(`docs site: ${pages.length} pages, ${(size / 1e6).toFixed(1)} MB`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const pagesOf = (root: string) =>
  filesOf(root)
    .filter((path) => path.endsWith('.html'))
    .map((path) => `/${path.replace(/index\.html$/, '')}`)
    .sort();
const read = (path: string) => readFileSync(join(site, path), 'utf8');
const operationPage = `/reference/operations/${createIteration.id.toLowerCase()}/`;
const requestProperties = Object.keys(
  withMembers(document.components.schemas['IterationInput'] ?? {}).properties ?? {},
);

describe('the docs site', () => {
  it('has a page for each subject', () => {
    for (const page of [
      ...['/', '/start/', '/playground/', '/life/', '/history/', '/measurements/', '/changes/', '/reference/', '/api/'],
      ...['errors', 'retries', 'testing', 'terminal', 'migrating'].map((name) => `/guides/${name}/`),
      ...['create-iteration', 'update-experiment', 'responses'].map((name) => `/examples/${name}/`),
      ...Object.keys(operations).map((id) => `/reference/operations/${id.toLowerCase()}/`),
    ]) {
      expect(pages).toContain(page);
    }
  });

  it('has only links that lead somewhere, below a path prefix too', () => {
    expect(brokenLinks(site, '/')).toEqual([]);
    expect(brokenLinks(hostileSite, hostileBase).filter((link) => !link.includes('/api/'))).toEqual([]);
  });

  it('gives machines the contract, its reference and all pages as text', () => {
    for (const name of ['openapi.json', 'openapi.yaml', 'postman.json', 'workflows.arazzo.yaml']) {
      expect(read(name)).toBe(readFileSync(`generated/${name}`, 'utf8'));
    }
    for (const name of [...Object.values(operations).map(({ path }) => path), ...requestProperties]) {
      expect(read('reference.md')).toContain(`\`${name}\``.replace('`/', ' /').replace(/}`$/, '}'));
    }
    for (const name of ['llms-full.txt', 'reference.md', 'openapi.yaml'])
      expect(read('llms.txt')).toContain(`/${name}`);
    for (const text of ['createIterationClient({', 'outcome', 'saveAndStartNewIteration', 'Prefer: example=']) {
      expect(read('llms-full.txt')).toContain(text);
    }
  });
});

describeWithReference("LaunchDarkly's page of create iteration", () => {
  it("covers every point of the vendor's page of the operation", () => {
    const vendor = readFileSync(join(reference, 'create-iteration-page.txt'), 'utf8');
    const details = vendor.slice(vendor.indexOf('\nPath parameters\n'), vendor.indexOf('\nErrors\n'));
    const type = 'string|list of objects|list of strings|map from strings to objects|boolean|integer|long|enum|object';
    const named = [...details.matchAll(new RegExp(`^(\\w+?)(${type})(Required|Optional|Deprecated|$)`, 'gm'))];
    const page = textOf(read(`${operationPage}index.html`));
    const points = [
      ...named.map(([, name = '']) => name),
      ...['POST', createIteration.path, 'Authorization', 'Deprecated', '400', '401', '403', '404', '429'],
      ...['updateExperimentFields', 'saveAndStartNewIteration', 'startIteration', 'stopIteration'],
      ...['not_started', 'running', 'stopped', 'draftIteration', 'allocationPercent', 'curl'],
    ];
    const rows = points.map((point) => [point, page.includes(point)]);
    console.log(`LaunchDarkly's page: ${rows.length} points, ${rows.filter(([, has]) => !has).length} lost`);
    expect(named.length).toBeGreaterThan(30);
    expect(rows.filter(([, has]) => !has)).toEqual([]);
    const links = [...vendor.matchAll(/\]\((https:[^)#]*)/g)].map(([, link = '']) => link);
    // LaunchDarkly has moved the page that tells how to start an iteration.
    const moved = links.map((link) => link.replace('experimentation/create', 'experimentation/start-stop-exp'));
    for (const link of moved) expect(read(`${operationPage}index.html`)).toContain(link);
  });
});

/** What a reader sees of a page. */
const textOf = (html: string) =>
  html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#123;', '{');

/** The links of a site to pages, files and headings that it does not have. */
function brokenLinks(root: string, base: string): string[] {
  const html = new Map(pagesOf(root).map((page) => [page, readFileSync(fileOf(root, page) ?? '', 'utf8')]));
  // By file, for thousands of links lead to a heading.
  const ids = new Map(
    [...html].map(([page, text]) => [
      fileOf(root, page),
      new Set([...text.matchAll(/id="([^"]*)"/g)].map(([, id]) => id)),
    ]),
  );
  return [...html].flatMap(([page, text]) =>
    [...text.matchAll(/<a [^>]*href="([^"]*)"/g)].flatMap(([, href = '']) => {
      const url = new URL(href.replaceAll('&amp;', '&'), `${origin}${base}${page.slice(1)}`);
      if (url.origin !== origin) return url.protocol === 'https:' ? [] : [`${page}: ${href}`];
      const target = fileOf(root, url.pathname, base);
      const id = decodeURIComponent(url.hash.slice(1));
      if (!target) return [`${page}: ${href}`];
      const hasId = !id || id === '_top' || ids.get(target)?.has(id);
      return hasId ? [] : [`${page}: ${href}`];
    }),
  );
}

describeWithChromium('the docs site in a browser', (launch) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  // What axe finds depends on the width and, for some rules alone, on the colors.
  describe.concurrent('with axe', () => {
    it.each([
      { scheme: 'light' as const, width: 1920, rules: undefined },
      { scheme: 'dark' as const, width: 360, rules: undefined },
      { scheme: 'dark' as const, width: 1920, rules: colorRules },
      { scheme: 'light' as const, width: 360, rules: colorRules },
    ])(
      'has no finding, does not scroll sideways and asks no other host, in $scheme at $width px',
      async (settings) => {
        const { scheme, width, rules } = settings;
        const options = { colorScheme: scheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' as const };
        const { context, problems } = await openContext(browser, site, options);
        const page = await context.newPage();
        const found: string[] = [];
        for (const path of pages) {
          await page.goto(origin + path);
          const pixels = await overflow(page);
          found.push(...(await findings(page, rules)).map((finding) => `${path}: ${finding}`));
          if (pixels > 0) found.push(`${path}: scrolls ${pixels} px sideways`);
        }
        await context.close();
        expect(found).toEqual([]);
        expect(problems).toEqual([]);
        // A busy machine takes its time for every element of the largest pages.
      },
      1_800_000,
    );
  });

  it('can be read without JavaScript', async () => {
    const { context, problems } = await openContext(browser, site, { javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of pages.filter((one) => one !== '/404.html')) {
      await page.goto(origin + path);
      expect([path, (await page.locator('main').innerText()).length > 150]).toEqual([path, true]);
    }
    await page.goto(`${origin}/playground/`);
    expect(await page.locator('main').innerText()).toContain('npx launchdarkly-iteration-contract validate');
    await context.close();
    expect(problems).toEqual([]);
  });

  it('shows at the top of the operation what replaces it, and at both keys that one must be present', async () => {
    const { context } = await openContext(browser, site, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(origin + operationPage);
    const text = await page.locator('main').innerText();
    expect(text.slice(0, 400)).toMatch(/Deprecated.*saveAndStartNewIteration/s);
    expect(text.indexOf('domain-model=launchdarkly.semanticpatch')).toBeLessThan(text.indexOf('Path Parameters'));
    for (const name of requestProperties) expect(text).toContain(name);
    for (const name of ['primarySingleMetricKey', 'primaryFunnelKey']) {
      const property = page.locator('.sl-openapi-key', { has: page.locator('strong', { hasText: name }) });
      expect(await property.last().innerText()).toContain('must be present');
    }
    for (const name of ['hypothesis', 'metrics', 'treatments', 'flags']) {
      const property = page.locator('.sl-openapi-key', { has: page.getByText(name, { exact: true }) });
      expect([name, await property.first().innerText()]).toEqual([name, expect.stringContaining('required')]);
    }
    await context.close();
  });

  it('finds what users look for', async () => {
    const { context, problems } = await openContext(browser, site);
    const page = await context.newPage();
    await page.goto(`${origin}/start/`);
    // As text, for the test runner would rewrite the import.
    const urlsOf = (query: string): Promise<string[]> =>
      page.evaluate(`import('/pagefind/pagefind.js')
        .then(({ search }) => search(${JSON.stringify(query)}))
        .then(({ results }) => Promise.all(results.slice(0, 5).map(async (result) => (await result.data()).url)))`);
    const wanted = {
      ...Object.fromEntries(requestProperties.map((name) => [name, operationPage])),
      IterationError: '/guides/errors/',
      unknown: '/guides/errors/',
      '429': '/guides/errors/',
      migrate: '/guides/migrating/',
    };
    for (const [query, url] of Object.entries(wanted))
      expect([query, await urlsOf(query)]).toEqual([query, expect.arrayContaining([url])]);
    await page.keyboard.press('Control+k');
    await page.locator('dialog input').fill('allocationPercent');
    await page.locator('dialog a').first().waitFor();
    await context.close();
    expect(problems).toEqual([]);
  });

  it('is reached by the keyboard, the content first, and printed without what is only for the screen', async () => {
    const { context } = await openContext(browser, site);
    const page = await context.newPage();
    await page.goto(`${origin}/guides/errors/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => globalThis.document.activeElement?.textContent)).toContain('Skip to content');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#starlight__sidebar').isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await context.close();
  });

  it('neither runs nor loads nor follows anything in the texts of a hostile contract', async () => {
    const { context, problems } = await openContext(browser, hostileSite, {}, hostileBase);
    const page = await context.newPage();
    for (const path of pagesOf(hostileSite).filter((one) => /^\/(reference|examples|changes|playground|$)/.test(one))) {
      await page.goto(`${origin}${hostileBase}${path.slice(1)}`);
      const handlers = await page
        .locator('*')
        .evaluateAll((elements) =>
          elements.flatMap((element) =>
            [...element.attributes]
              .filter(({ name, value }) => name.startsWith('on') && value.includes('ran'))
              .map(() => element.outerHTML.slice(0, 200)),
          ),
        );
      expect([path, handlers]).toEqual([path, []]);
      expect(await page.title()).not.toBe('ran');
      expect(page.url()).toBe(`${origin}${hostileBase}${path.slice(1)}`);
      const leading = await page
        .locator('a, iframe, base, link, script, img')
        .evaluateAll((elements) =>
          elements
            .map((element) => [element.tagName, element.getAttribute('href') ?? element.getAttribute('src') ?? ''])
            .filter(([tag, target = '']) => (tag === 'A' ? /^\s*(javascript|data|vbscript):/i : /evil/).test(target)),
        );
      expect([path, leading]).toEqual([path, []]);
    }
    expect(problems).toEqual([]);
    await page.goto(`${origin}${hostileBase}${operationPage.slice(1)}`);
    // The texts are there, as text.
    for (const text of hostileTexts.slice(0, 2)) expect(await page.locator('main').innerText()).toContain(text);
    await context.close();
  });

  describe('the playground', () => {
    const open = async (hash = '') => {
      const { context, problems } = await openContext(browser, site);
      const page = await context.newPage();
      await page.goto(`${origin}/playground/${hash}`);
      const part = (name: string) => page.locator(`[data-part="${name}"]`);
      await part('entries').or(part('status')).first().waitFor();
      return { context, page, part, problems };
    };

    it('shows the two errors and three pieces of advice of the published sample, and the response once they are fixed', async () => {
      const { context, part, problems } = await open();
      await part('text').press('End');
      await part('text').press('Space');
      expect(await part('status').innerText()).toBe('2 errors, 3 pieces of advice.');
      expect(await part('entries').locator('li.error').count()).toBe(2);
      expect(await part('entries').innerText()).toMatch(/line \d+, column \d+.*\/flags/s);
      await part('responses').getByText(/^400/).waitFor();

      const fixed = JSON.parse(await part('text').inputValue());
      fixed.flags = JSON.parse(fixed.flags);
      fixed.primarySingleMetricKey = fixed.metrics[0].key;
      await part('text').fill(JSON.stringify(fixed, null, 2));
      expect(await part('status').innerText()).toBe('0 errors, 3 pieces of advice.');
      await part('responses').getByText(/^200/).waitFor();
      expect(await part('responses').innerText()).toContain('not_started');
      expect(await part('curl').innerText()).toContain('"primarySingleMetricKey": "metric-key-123abc"');
      await context.close();
      expect(problems).toEqual([]);
    });

    it('shows the response of every scenario', async () => {
      const { context, part, problems } = await open();
      await part('example').selectOption('1');
      const names = await part('scenario')
        .locator('option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      expect(names).toEqual(expect.arrayContaining(['echo', 'rate-limited-twice', 'stratified', 'forbidden']));
      for (const name of names) {
        await part('scenario').selectOption(name);
        const status = /limited|flaky/.test(name) ? /429|503/ : /^(200|4\d\d)/;
        await part('responses').getByText(status).first().waitFor();
      }
      await part('scenario').selectOption('rate-limited-twice');
      await expect.poll(() => part('responses').locator('pre').count()).toBe(3);
      await context.close();
      expect(problems).toEqual([]);
    });

    it('reads YAML, starts from any example, and is whole in a link, whatever the text', async () => {
      const { context, page, part } = await open();
      await part('format').selectOption('yaml');
      expect(await part('text').inputValue()).toContain('hypothesis: Example');
      expect(await part('status').innerText()).toBe('2 errors, 3 pieces of advice.');
      const text = 'hypothesis: "</textarea><img src=x onerror=alert(1)>"\n# %41 ü\n';
      await part('text').fill(text);
      const { hash } = new URL(page.url());
      await context.close();
      const again = await open(hash);
      expect(await again.part('text').inputValue()).toBe(text);
      expect(await again.part('format').inputValue()).toBe('yaml');
      expect(await again.part('status').innerText()).toMatch(/^[1-9]\d* errors/);
      await again.context.close();
      expect(again.problems).toEqual([]);
    });

    it('moves the caret to a place by the keyboard, and names what it cannot read', async () => {
      const { context, page, part } = await open();
      await part('entries').getByRole('button').last().press('Enter');
      const start = await part('text').evaluate((element) => (element as HTMLTextAreaElement).selectionStart);
      expect((await part('text').inputValue()).slice(start, start + 2)).toBe('"{');
      expect(await page.evaluate(() => globalThis.document.activeElement?.tagName)).toBe('TEXTAREA');
      await part('text').fill('{"hypothesis": ');
      expect(await part('status').innerText()).toBe('1 error, 0 pieces of advice.');
      expect(await part('entries').innerText()).toContain('is not JSON');
      await context.close();
    });
  });
});

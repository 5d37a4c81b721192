/** What axe finds in a page, and whether it scrolls sideways. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules whose result depends on the colors of a page. */
export const colorRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds, whatever its impact, a line for each element.
 *
 * @param rules Only these rules; by default all that axe runs by itself.
 */
export async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  interface Violation {
    id: string;
    nodes: { html: string }[];
  }
  await page.evaluate(axe);
  await page.evaluate(joinLikeTokens);
  const options = { resultTypes: ['violations'], selectors: false, preload: false, ...(rules && { runOnly: rules }) };
  const violations = await page.evaluate(async (given) => {
    const { run } = (
      globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }
    ).axe;
    return (await run(given)).violations;
  }, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** A page has thousands of tokens of code in few colors: one of each color in each kind of block is enough for axe. */
function joinLikeTokens(): void {
  const seen = new Set<string>();
  const like = [...globalThis.document.querySelectorAll('pre span')].filter((token) => {
    const { color, backgroundColor, fontSize, fontWeight } = getComputedStyle(token);
    const block = getComputedStyle(token.closest('pre') as Element).backgroundColor;
    const look = [color, backgroundColor, fontSize, fontWeight, block].join();
    const isLike = seen.has(look);
    seen.add(look);
    return isLike;
  });
  // Afterwards, since every change of the page makes its styles be computed anew.
  for (const token of like) token.replaceWith(token.textContent);
}

/** How far the page scrolls sideways, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth);
}

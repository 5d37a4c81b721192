/** Fixes, in the HTML that the framework wrote, the problems that axe finds and that have no setting. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Returns a page in which every part can be reached and has its own accessible name. */
export function accessible(html: string): string {
  return (
    html
      // The name of a control must contain its visible text; the keys are already in an attribute.
      .replaceAll(
        /(<button data-open-modal[^>]*?) aria-label="Search"([^>]*>)/g,
        '$1$2<span class="sr-only">Search</span>',
      )
      .replaceAll('<kbd class="sl-hidden md:sl-flex"', '<kbd aria-hidden="true" class="sl-hidden md:sl-flex"')
      // A landmark needs its own name; a notice is not a landmark.
      .replaceAll(/<aside (?=[^>]*class="starlight-aside)/g, '<aside role="note" ')
      .replaceAll(/<h5 (class="sl-openapi-examples-heading[^>]*>.*?)<\/h5>/gs, '<p $1</p>')
      // What scrolls sideways must be reachable by keyboard.
      .replaceAll(/<table(?=[ >])/g, '<div class="wide" tabindex="0" role="group" aria-label="Table"><table')
      .replaceAll('</table>', '</table></div>')
      // The plugin of the docstrings counts some headings twice.
      .replaceAll(/(href="[^"#]*#)([\w-]+)-1"/g, (link, start, id) =>
        html.includes(`id="${id}-1"`) || !html.includes(`id="${id}"`) ? link : `${start}${id}"`,
      )
  );
}

/** Applies {@link accessible} to every page of a build. */
export function accessiblePages(): AstroIntegration {
  return {
    name: 'accessible-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!path.endsWith('.html')) continue;
          const file = join(folder, path);
          writeFileSync(file, accessible(readFileSync(file, 'utf8')));
        }
      },
    },
  };
}

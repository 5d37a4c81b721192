import { Marked, type Tokens } from 'marked';

/** The pages of the site, in the order of its navigation. */
export const navigation = [
  { file: 'index.html', title: 'Start' },
  { file: 'reference.html', title: 'Reference' },
  { file: 'examples.html', title: 'Examples' },
  { file: 'errors.html', title: 'Errors' },
  { file: 'changes.html', title: 'Changes' },
] as const;

/** The name of a page's file. */
export type PageFile = (typeof navigation)[number]['file'];

/** A page to write. */
export interface Page {
  file: PageFile;
  title: string;
  version: string;
  markdown: string;
}

/** Returns a whole page, with its style inside: it loads nothing and runs nothing. */
export function page({ file, title, version, markdown }: Page): string {
  const links = navigation.map((entry) => {
    const current = entry.file === file ? ' aria-current="page"' : '';
    return `<li><a href="${entry.file}"${current}>${entry.title}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · launchdarkly-iteration-contract</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p><strong>launchdarkly-iteration-contract</strong> ${escapeHtml(version)}</p>
<nav aria-label="Site"><ul>${links.join('')}</ul></nav>
</header>
<main id="content">
${toHtml(markdown)}
</main>
<footer>
<p><a href="https://www.npmjs.com/package/launchdarkly-iteration-contract">The package on npm</a> ·
<a href="openapi.yaml">openapi.yaml</a> · <a href="openapi.json">openapi.json</a> ·
<a href="reference.md">reference.md</a> · <a href="llms.txt">llms.txt</a></p>
<p>Written from the contract. This project is not LaunchDarkly's.</p>
</footer>
</body>
</html>
`;
}

/** Renders Markdown. Headings get names to link to, and what may be wide scrolls by itself, for the keyboard as well. */
function toHtml(markdown: string): string {
  const marked = new Marked({ gfm: true });
  const seen = new Map<string, number>();
  marked.use({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        const slug = text
          .toLowerCase()
          .replace(/[^\w\- ]/g, '')
          .trim()
          .replaceAll(' ', '-');
        const count = seen.get(slug) ?? 0;
        seen.set(slug, count + 1);
        const id = count === 0 ? slug : `${slug}-${count}`;
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text, lang }: Tokens.Code) {
        const label = lang ? `Code, ${lang}` : 'Code';
        return `<pre tabindex="0" role="group" aria-label="${label}"><code>${escapeHtml(text)}</code></pre>\n`;
      },
    },
  });
  const html = marked.parse(markdown, { async: false });
  return html
    .replaceAll('<table>', '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<th>', '<th scope="col">');
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const style = `
:root { color-scheme: light dark; --text: #1c1f24; --back: #fff; --soft: #f3f4f6; --line: #c9cdd4; --link: #0b57c4; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e8eb; --back: #14171b; --soft: #1f242b; --line: #444b55; --link: #8ab8ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 0 1rem 3rem; background: var(--back); color: var(--text);
  font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--back); padding: 0.5rem; }
header { border-bottom: 1px solid var(--line); padding: 1rem 0 0.5rem; }
header p { margin: 0 0 0.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
nav a { display: inline-block; padding: 0.25rem 0; }
nav a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; border-bottom: 3px solid var(--link); }
/* A line of prose stays readable; code and tables take the width that there is. */
p, li:not(:has(.scroll)) { max-width: 44rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 2rem 0 1rem; }
h2 { font-size: 1.4rem; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
code { font: 0.9em/1.5 ui-monospace, monospace; background: var(--soft); padding: 0.1em 0.3em; border-radius: 3px; }
pre { background: var(--soft); padding: 1rem; overflow-x: auto; border-radius: 6px; max-height: 40rem; }
pre code { background: none; padding: 0; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; min-width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); }
td { min-width: 8rem; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; font-size: 0.9rem; }
`;

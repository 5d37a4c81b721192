/** A contract whose texts try to run, to load something, or to lead readers away. */

/** Texts that a page must show as they are, or not at all. Whatever runs sets `document.title`. */
export const hostileTexts = [
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<script>document.title = "ran"</script>',
  '<img src="https://evil.example/x.png" onerror="document.title = \'ran\'">',
  '<svg onload="document.title = \'ran\'"></svg>',
  '<iframe src="https://evil.example/"></iframe>',
  '<base href="https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css";</style>',
  '[a link](javascript:document.title="ran")',
  '[another](data:text/html,<script>document.title="ran"</script>)',
  '<javascript:document.title="ran">',
  '[by reference][evil]\n\n[evil]: javascript:document.title="ran"',
  '![an image](https://evil.example/y.png)',
  '![by reference][pixel]\n\n[pixel]: https://evil.example/z.png',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what MDX would run.
  '{document.title = "ran"} {`${(document.title = "ran")}`}',
  'import x from "https://evil.example/x.js"',
  ':::note\nA notice\n:::',
  '`<script>document.title = "ran"</script>`',
  '```html\n<script>document.title = "ran"</script>\n```',
  '*<b onmouseover="document.title = \'ran\'">bold</b>*',
  '</script></style></textarea></title><script>document.title = "ran"</script>',
];

/** Returns a document with every description and summary made hostile, each by one of the texts after the other. */
export function hostile(document: unknown): unknown {
  let next = 0;
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => {
      const isText = ['description', 'summary', 'title'].includes(key) && typeof inner === 'string';
      if (!isText) return [key, change(inner)];
      next += 1;
      const text = hostileTexts[next % hostileTexts.length];
      return [key, key === 'description' ? `${inner}\n\n${text}` : `${inner} ${text?.replaceAll('\n', ' ')}`];
    });
    return Object.fromEntries(entries);
  };
  return change(document);
}

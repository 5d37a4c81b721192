/** Makes text of the contract safe to put on a page: it cannot run or load anything, and links only to HTTPS. */
import type { Paragraph, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';

/**
 * Returns Markdown that shows the same text, without active content: HTML is shown as source text, an image becomes its
 * description, and a link that is not HTTPS becomes its text.
 */
export function safeMarkdown(markdown: string): string {
  const tree = fromMarkdown(markdown);
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const replace = (value: string) => {
      const text = { type: 'text', value } as const;
      parent.children[index] = blockOrText(parent.type, text);
    };
    if (node.type === 'html') replace(node.value);
    if (node.type === 'image' || node.type === 'imageReference') replace(node.alt ?? '');
    if ((node.type === 'link' || node.type === 'definition') && !/^(https:\/\/|#)/i.test(node.url)) {
      if (node.type === 'definition') node.url = '#';
      else {
        parent.children.splice(index, 1, ...node.children);
        return index;
      }
    }
    return undefined;
  });
  // A colon before a letter or another colon is a directive of Starlight, a brace an expression of MDX.
  return toMarkdown(tree, { unsafe: [{ character: ':', after: '[:a-z]' }, { character: '<' }] }).trim();
}

/** Returns text as Markdown that shows exactly that text. */
export function plainText(text: string): string {
  return toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: text.replace(/\s+/g, ' ') }] }).trim();
}

/** Returns a code block, whatever the code contains. */
export function fence(language: string, code: string): string {
  return toMarkdown({ type: 'code', lang: language, value: code });
}

/** What is directly in a document, a list item or a quotation is a block. */
function blockOrText(parent: string, text: Text): Paragraph | Text {
  const isBlock = ['root', 'blockquote', 'listItem'].includes(parent);
  return isBlock ? { type: 'paragraph', children: [text] } : text;
}

/** Applies a function to every description of a document, in a copy. Examples are data, and stay as they are. */
export function mapDescriptions<T>(value: T, change: (text: string) => string): T {
  if (Array.isArray(value)) return value.map((item) => mapDescriptions(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  // Only where there is a summary beside it: a property of a schema may be named `value` as well.
  const isExample = 'value' in value && 'summary' in value && typeof value.summary === 'string';
  const entries = Object.entries(value).map(([key, inner]) => {
    if (isExample && key === 'value') return [key, inner];
    return [key, key === 'description' && typeof inner === 'string' ? change(inner) : mapDescriptions(inner, change)];
  });
  return Object.fromEntries(entries) as T;
}

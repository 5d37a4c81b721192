/** Makes untrusted text safe to print: to a terminal, to a log, and to the log of a CI system. */

/**
 * Writes as JSON escapes everything that is not visible text or that controls its reader: control characters (C0 and
 * C1, line breaks included), the separators U+2028 and U+2029, bidirectional controls and lone surrogates; and the
 * first `#` of `##[…]` and `##vso[…]`, which the runners of GitHub Actions and Azure Pipelines obey anywhere in a line.
 * The result is one line, and JSON stays equivalent JSON.
 */
export function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Surrogate}]|#(?=#\w*\[)/gu, asEscape);
}

/** A character as JSON may write it. */
export function asEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

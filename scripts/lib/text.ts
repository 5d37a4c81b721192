/** Formats text and tables for people. */

/** A number with its noun. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A table for a terminal, its columns as wide as their widest cell. */
export function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const padded = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  return rows.map((row) => padded(row).join('  ').trimEnd()).join('\n');
}

/** Text as code in Markdown. Text that would end the code, or the line, cannot. */
export function code(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ')}\``;
}

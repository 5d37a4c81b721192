/** Writes annotations of GitHub Actions, which a pull request shows at the lines of its files. */
import { escapeControls } from '../http/escape-controls.ts';

/** Where an annotation stands, and its title. */
export interface Properties {
  line?: number;
  column?: number;
  title?: string;
}

/**
 * Returns a workflow command of GitHub Actions, a line of its own:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
 */
export function annotation(
  command: 'error' | 'warning' | 'notice',
  file: string,
  { line, column, title }: Properties = {},
  text: string,
): string {
  const properties = Object.entries({ file, line, col: column, title }).filter(([, value]) => value !== undefined);
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${list.join(',')}::${escapeData(text)}\n`;
}

/** Encodes what the runner decodes, after escaping everything that could end the line. */
function escapeData(text: string): string {
  return escapeControls(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

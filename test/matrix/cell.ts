/** One thing to try in one environment. */
export interface Cell {
  what: string;
  environment: string;
  /** Rejects with what is wrong. */
  attempt(): Promise<void>;
}

/**
 * Tries each cell, two at a time, and prints the table: a line a cell, in their order, then what is wrong with those that
 * are not green.
 *
 * @returns Whether there are cells and every one is green.
 */
export async function tryCells(cells: readonly Cell[], print: (line: string) => void): Promise<boolean> {
  const trials = cells.map((cell) => ({ cell, complaint: Promise.withResolvers<string | undefined>() }));
  const queue = [...trials];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) next.complaint.resolve(await complaintOf(next.cell));
  };
  void work();
  void work();

  const heads = { what: 'what', environment: 'environment' };
  const width = (column: 'what' | 'environment') => Math.max(...[heads, ...cells].map((cell) => cell[column].length));
  const row = ({ what, environment }: typeof heads, result: string) =>
    print(`${what.padEnd(width('what'))} | ${environment.padEnd(width('environment'))} | ${result}`);
  row(heads, 'result');
  const red: string[] = [];
  for (const { cell, complaint } of trials) {
    const wrong = await complaint.promise;
    if (wrong !== undefined) red.push(`\nred: ${cell.what}, ${cell.environment}\n${wrong.replace(/^/gm, '  ')}`);
    row(cell, wrong === undefined ? 'green' : 'red');
  }
  for (const wrong of red) print(wrong);
  print(`${red.length > 0 ? '\n' : ''}${cells.length} cells, ${cells.length - red.length} green`);
  return cells.length > 0 && red.length === 0;
}

async function complaintOf(cell: Cell): Promise<string | undefined> {
  try {
    await cell.attempt();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The exit codes, and what each one means. */

/** The exit codes of the commands, apart from those of signals. */
export const exitCodes = {
  ok: 0,
  notApplied: 1,
  usage: 2,
  unknown: 3,
  applied: 4,
  internal: 70,
} as const;

/** What each exit code means, for the help. */
export const exitCodeHelp: readonly (readonly [string, string])[] = [
  ['0', 'done, and everything was printed'],
  ['1', 'invalid or rejected; nothing was applied (proxy: a response broke the contract)'],
  ['2', 'wrong usage, or something cannot be read or written; nothing was changed'],
  ['3', 'it may have been applied: read the experiment before you try again'],
  ['4', 'it was applied, but could not be reported in full: do not try again'],
  ['70', 'internal error; standard error says what is known about the request'],
  ['128 + n', 'ended by signal n (130: Ctrl-C); standard error says what is known about the request'],
];

/** Warns once per process that LaunchDarkly has deprecated create iteration. */

let isSaid = false;

/**
 * Emits a `DeprecationWarning` the first time that it is called in a process. `NODE_NO_WARNINGS=1`, `--no-warnings` and
 * `--no-deprecation` silence it; without a process, such as in a browser, nothing happens.
 */
export function noticeDeprecation(): void {
  if (isSaid) return;
  isSaid = true;
  const { process } = globalThis as { process?: { emitWarning?: (message: string, options: object) => void } };
  const detail = 'Silence this with the option deprecationNotice: false.';
  process?.emitWarning?.(
    'LaunchDarkly has deprecated create iteration: see https://launchdarkly.com/docs/api/experiments/patch-experiment',
    { type: 'DeprecationWarning', code: 'LD_CREATE_ITERATION', detail },
  );
}

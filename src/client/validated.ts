/** The client that checks what it sends and gets against the contract. */

import { type ContractDrift, driftOf, validateIterationInput } from '../contract/validate.ts';
import { notify } from '../transport/hooks.ts';
import { createIterationClient as createBareClient } from './client.ts';
import { type ExperimentClient, withExperiments } from './experiment-client.ts';
import { checkType, guarded, type IterationClientOptions } from './options.ts';

/** The options of a client that checks what it sends and gets against the contract. */
export interface ValidatingClientOptions extends IterationClientOptions {
  /** Whether an iteration is checked before it is sent, so that a mistake costs no request. By default `true`. */
  validate?: boolean | undefined;
  /** Whether a response that breaks the contract fails the call, as `invalid_response`. By default `false`. */
  strict?: boolean | undefined;
  /**
   * Called with the differences between a response and the contract, including harmless ones. If it throws or its
   * promise rejects, that is ignored: the iteration exists all the same.
   */
  onContractDrift?: ((drift: ContractDrift) => unknown) | undefined;
}

/**
 * Returns a client that checks bodies against the contract. `launchdarkly-iteration-contract/client` has the same
 * client without the checks, with less code.
 *
 * @throws IterationError `invalid_input`, when an option cannot be used, or in a browser.
 */
export function createIterationClient(options: ValidatingClientOptions): ExperimentClient {
  const client = createBareClient(options, () => {
    const { validate, strict, onContractDrift } = readChecks(options);
    return {
      inputIssues: (value) => (validate ? (validateIterationInput(value).issues ?? []) : []),
      responseIssues(iteration, call) {
        if (!strict && !onContractDrift) return [];
        const drift = driftOf(iteration);
        if (drift.issues.length + drift.additions.length > 0) notify(onContractDrift, call.clean(drift));
        return strict ? drift.issues : [];
      },
    };
  });
  return withExperiments(client);
}

function readChecks(options: ValidatingClientOptions) {
  return guarded('options', options, ({ validate = true, strict = false, onContractDrift }) => {
    checkType('validate', validate, 'boolean');
    checkType('strict', strict, 'boolean');
    checkType('onContractDrift', onContractDrift, 'function');
    return { validate, strict, onContractDrift };
  });
}

import type { IterationRep } from '../../generated/schema.d.ts';
import { type ContractDrift, driftOf, validateIterationInput } from '../contract/validate.ts';
import {
  createIterationClient as createBareClient,
  type IterationClient,
  type IterationClientOptions,
} from './client.ts';
import { IterationError } from './error.ts';

/** The options of a client that checks what it sends and gets against the contract. */
export interface ValidatingClientOptions extends IterationClientOptions {
  /** Whether an iteration is checked before it is sent, so that a mistake costs no request. By default `true`. */
  validate?: boolean;
  /** Whether an answer that breaks the contract fails the call, as `invalid_response`. By default `false`. */
  strict?: boolean;
  /**
   * Called with the differences of an answer from the contract, the harmless ones included. What it throws is ignored:
   * the iteration exists all the same.
   */
  onContractDrift?: (drift: ContractDrift) => void;
}

/**
 * Returns a client of create iteration that checks bodies against the contract. `launchdarkly-iteration-contract/client`
 * has the same without the checks, for less code.
 *
 * @throws IterationError `invalid_input`, when the access token, the base URL or the version cannot be used, or in a
 *   browser.
 */
export function createIterationClient(options: ValidatingClientOptions): IterationClient {
  const { validate = true, strict = false, onContractDrift } = options;
  return createBareClient(options, {
    inputIssues: (value) => (validate ? (validateIterationInput(value).issues ?? []) : []),
    inspectAnswer(iteration, { attempts, status = 200 }) {
      if (!strict && !onContractDrift) return;
      const drift = driftOf(iteration);
      if (drift.issues.length + drift.additions.length > 0) report(drift, onContractDrift);
      if (strict && drift.issues[0]) throw brokenContract(iteration, drift, { attempts, status });
    },
  });
}

function report(drift: ContractDrift, onContractDrift: ValidatingClientOptions['onContractDrift']): void {
  try {
    onContractDrift?.(drift);
  } catch {
    // An error in a report must not hide that the iteration was created.
  }
}

function brokenContract(
  answer: IterationRep,
  { issues }: ContractDrift,
  { attempts, status }: { attempts: number; status: number },
): IterationError {
  const message = `The iteration was created, but the answer breaks the contract: ${issues[0]?.message}`;
  return new IterationError({
    kind: 'invalid_response',
    outcome: 'created',
    status,
    attempts,
    message,
    issues,
    answer,
  });
}

import type { InvalidRequestErrorRep } from '../../generated/schema.d.ts';
import type { ValidationError, Validator } from '../../generated/validators.d.ts';
import type { ContractDrift } from '../validation/index.ts';
import { type Issue, issuesOf } from '../validation/issue.ts';

/** Tells how the body of an error differs from the contract, in which the error bodies of every status are alike. */
export function errorDriftOf(value: unknown): ContractDrift {
  const all = issuesOf(errorRepErrors, value);
  const isAddition = ({ rule }: Issue) => rule === 'additionalProperties';
  return { issues: all.filter((issue) => !isAddition(issue)), additions: all.filter(isAddition) };
}

/** The properties of every error body, all of them strings, and whether each is required. */
const properties = { code: true, message: true, id: false } satisfies Record<keyof InvalidRequestErrorRep, boolean>;

/** Reports as the generated validators do, against an error body with the object closed. */
const errorRepErrors: Validator = (value) => {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  errorRepErrors.errors = isObject
    ? [...knownErrors(value as Record<string, unknown>), ...unknownErrors(value)]
    : [{ instancePath: '', keyword: 'type', params: { type: 'object' } }];
  return errorRepErrors.errors.length === 0;
};

function knownErrors(body: Record<string, unknown>): ValidationError[] {
  return Object.entries(properties).flatMap(([missingProperty, isRequired]): ValidationError[] => {
    if (!Object.hasOwn(body, missingProperty)) {
      return isRequired ? [{ instancePath: '', keyword: 'required', params: { missingProperty } }] : [];
    }
    const isString = typeof body[missingProperty] === 'string';
    return isString ? [] : [{ instancePath: `/${missingProperty}`, keyword: 'type', params: { type: 'string' } }];
  });
}

function unknownErrors(body: object): ValidationError[] {
  return Object.keys(body)
    .filter((name) => !Object.hasOwn(properties, name))
    .map((additionalProperty) => ({
      instancePath: '',
      keyword: 'additionalProperties',
      params: { additionalProperty },
    }));
}

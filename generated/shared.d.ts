/** Written by `make generate` from spec/. Do not edit. */

/** What a request and its response have in common at one place. */
export interface Shared {
  /** The documented default of the request. */
  readonly default?: unknown;
  readonly properties?: { readonly [name: string]: Shared };
  /** Of the items of an array. */
  readonly items?: Shared;
  /** Of the values of a map. */
  readonly values?: Shared;
}

export declare const createIteration: Shared;

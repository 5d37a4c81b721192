/** An issue says what is wrong with a value, and where; and a list of issues of bounded length. */
import type { Schema } from '../../generated/validators.d.ts';
import { cut, nameOf, type Path, pointerOf } from './pointer.ts';

/** One thing that is wrong with a value, and where. It is also an issue of Standard Schema. */
export interface Issue {
  /** What is wrong and what to do, in a sentence of bounded length. It never quotes the value, except for a number. */
  readonly message: string;
  /** The keys and indexes that lead to the value. A key of more than 256 characters is cut. */
  readonly path: Path;
  /** The same as a JSON Pointer (RFC 6901); empty for the whole value. */
  readonly pointer: string;
  /**
   * The keyword of JSON Schema that failed, such as `type` or `required`. `additionalProperties` means an unknown
   * property, `enum` an unknown value, `json` a value that JSON would lose or change, and `maxIssues` the issues beyond
   * the first hundred, which are only counted.
   */
  readonly rule: string;
  /** The kind of value that was found, such as `string`, `integer`, `null`, `absent` or `Map`. */
  readonly found: string;
}

/** A location in a value, and what the contract says about it; without a schema, any JSON value is allowed there. */
export interface Place {
  readonly parent?: Place | undefined;
  readonly key?: string | number | undefined;
  readonly schema?: Schema | undefined;
  /** What the location is to its parent. For an entry of an array or a map, `undefined` counts as a value. */
  readonly role?: 'required' | 'optional' | 'unknown' | 'entry';
  /** The value there, once it has been read. */
  value?: unknown;
}

/** What is wrong and, if known, how to fix it; both without a full stop. */
export type Sentence = readonly [what: string, advice?: string | undefined];

const maxIssues = 100;
const maxKeyLength = 256;

/** Collects issues: the first hundred, and the number of the others. */
export class IssueList {
  readonly #isAdvised: boolean;
  readonly #issues: Issue[] = [];
  #more = 0;

  /** @param isAdvised Whether the messages say what to do, which is for the author of the value. */
  constructor(isAdvised: boolean) {
    this.#isAdvised = isAdvised;
  }

  /** Adds an issue. Its message is written only if there is room for it. */
  add(place: Place, rule: string, found: string, describe: (name: string) => Sentence): void {
    if (this.#issues.length === maxIssues) {
      this.#more += 1;
      return;
    }
    const path = pathOf(place);
    const [what, advice] = describe(nameOf(path));
    const message = advice !== undefined && this.#isAdvised ? `${what}: ${advice}.` : `${what}.`;
    this.#issues.push({ message, path, pointer: pointerOf(path), rule, found });
  }

  /** The issues in the order in which they were added; if there were more, a last one says how many. */
  get issues(): readonly Issue[] {
    if (this.#more === 0) return this.#issues;
    const message = `And ${this.#more} more.`;
    return [...this.#issues, { message, path: [], pointer: '', rule: 'maxIssues', found: `${this.#more}` }];
  }
}

function pathOf({ parent, key }: Place): Path {
  if (!parent || key === undefined) return [];
  return [...pathOf(parent), typeof key === 'string' ? cut(key, maxKeyLength) : key];
}

import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';

/** The folder of reference data beside the project. It is not part of the project, and most machines lack it. */
export const reference = '../shared/reference';

/** The vendor's own documents of the experiment operations, release by release. */
export const vendorDocuments = '../shared/vendor-documents';

/** The vendor's descriptions of the operation, release by release. They are not part of the project either. */
export const history = '../shared/vendor-history';

/** Describes tests that need a folder of such data. Where it is absent they skip, and say why. */
function describeWith(folder: string, title: string, tests: () => void): void {
  if (existsSync(folder)) describe(title, tests);
  else describe(title, () => it.skip(`skipped, for ${folder} is not on this machine`));
}

export const describeWithReference = (title: string, tests: () => void) => describeWith(reference, title, tests);
export const describeWithHistory = (title: string, tests: () => void) => describeWith(history, title, tests);
export const describeWithVendorDocuments = (title: string, tests: () => void) =>
  describeWith(vendorDocuments, title, tests);

/** Prints the reviews of a run of `validate`, as text, as JSON or as annotations of GitHub Actions. */
import { annotation } from './annotation.ts';
import { type Output, styled } from './output.ts';
import { count, type Entry, printEntry, printReview, type Review } from './review.ts';
import { type InputError, placeOf } from './source.ts';

/** The totals so far. */
export interface Totals {
  iterations: number;
  errors: number;
  advice: number;
  unreadable: number;
}

/** Prints each review as it comes, and finally the totals. */
export interface Report {
  review(review: Review): void;
  unreadable(error: InputError): void;
  end(totals: Totals, verdict: string): void;
}

/** The reports by the name of their format. */
export const reports = {
  text: (output: Output): Report => ({
    review: (review) => printReview(output, review),
    unreadable: ({ file, location, reason }) => printEntry(output, 'error', placeOf(file, location), `${reason}.`),
    end: ({ iterations, errors, advice, unreadable }, verdict) => {
      const found = `${count(errors, 'error')}, ${count(advice, 'piece')} of advice in ${count(iterations, 'iteration')}`;
      const unread = unreadable > 0 ? [`${count(unreadable, 'file')} cannot be read`] : [];
      const parts = [...unread, ...(iterations > 0 ? [found] : [])];
      output.line(styled(verdict === 'valid' ? 'green' : 'red', `${verdict}:`), ` ${parts.join('; ')}`);
    },
  }),

  json: (output: Output): Report => {
    const files: unknown[] = [];
    return {
      review({ input: { file, start }, entries, omitted }) {
        const at = (level: Entry['level']) => entries.filter((one) => one.level === level).map(withoutLevel);
        files.push({ file, ...start, issues: at('error'), advice: at('advice'), omitted });
      },
      unreadable: ({ file, location, reason }) => files.push({ file, ...location, unreadable: `${reason}.` }),
      end: (totals, verdict) => output.json({ verdict, ...totals, documents: files }),
    };
  },

  'github-actions': (output: Output): Report => ({
    review({ input, entries, omitted }) {
      for (const entry of entries) {
        const command = entry.level === 'error' ? 'error' : isInfo(entry) ? 'notice' : 'warning';
        output.verbatim(annotation(command, input.file, entry, `${entry.message}${place(entry.pointer)}`));
      }
      if (omitted > 0) output.verbatim(annotation('notice', input.file, input.start, `and ${omitted} more`));
    },
    unreadable: ({ file, location, reason }) =>
      output.verbatim(annotation('error', file, location, `This file ${reason}.`)),
    end: (totals, verdict) => reports.text(output).end(totals, verdict),
  }),
} satisfies Record<string, (output: Output) => Report>;

/** The name of a format. */
export type Format = keyof typeof reports;

const withoutLevel = ({ level: _level, ...rest }: Entry) => rest;
const isInfo = (entry: Entry) => 'severity' in entry && entry.severity === 'info';
const place = (pointer: string) => pointer && ` (${pointer})`;

/** Whether a text is a plain decimal number: ASCII digits, optional fraction, no sign, exponent or spaces. */
export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && /^\d+(\.\d+)?$/.test(text);
}

/**
 * Adds plain decimal numbers exactly.
 *
 * @returns The sum in its shortest form: no leading zeros, and no trailing zeros in the fraction.
 * @throws RangeError or SyntaxError, when a number is longer than a BigInt can be (hundreds of millions of digits).
 */
export function sumOf(decimals: readonly string[]): string {
  const terms = decimals.map((decimal) => {
    const [whole = '', fraction = ''] = decimal.split('.');
    return { digits: whole + fraction, scale: fraction.length };
  });
  let sum = 0n;
  let scale = 0;
  // The shortest fractions first, so that a single long one does not make each addition long.
  for (const term of terms.sort((a, b) => a.scale - b.scale)) {
    sum = sum * 10n ** BigInt(term.scale - scale) + BigInt(term.digits);
    scale = term.scale;
  }
  return withPoint(String(sum), scale);
}

function withPoint(digits: string, scale: number): string {
  const padded = digits.padStart(scale + 1, '0');
  const point = padded.length - scale;
  let end = padded.length;
  // Not /0+$/: on a long run of zeros inside the fraction it takes quadratic time.
  while (end > point && padded[end - 1] === '0') end--;
  const whole = padded.slice(0, point);
  return end > point ? `${whole}.${padded.slice(point, end)}` : whole;
}

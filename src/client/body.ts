/** The largest body that is sent, in bytes. */
export const maxRequestBytes = 1024 * 1024;
/** The largest body that is read, in bytes, after it is unpacked. */
export const maxAnswerBytes = 8 * 1024 * 1024;

/** Reads an answer's body as text. Rejects when it breaks off, or is larger than {@link maxAnswerBytes}. */
export async function readText({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxAnswerBytes) {
      reader.cancel().catch(() => {});
      throw new Error(`The answer is larger than ${maxAnswerBytes} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Parses a JSON object; anything else is `undefined`. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

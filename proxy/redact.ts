/** Takes a secret out of what goes to the browser. */
export interface Redactor {
  bytes(body: Buffer): Buffer;
  text(value: string): string;
}

const COVER = "***";

/**
 * Covers a token wherever an upstream echoes it: as it is, as PHP's JSON escapes it, and as a
 * URL does. Works on bytes, so that a body of any encoding stays intact around it.
 */
export function redactor(token: string): Redactor {
  const forms = new Set([token, token.replaceAll("/", "\\/"), encodeURIComponent(token)]);
  const text = (value: string) => {
    let clean = value;
    for (const form of forms) clean = clean.replaceAll(form, COVER);
    return clean;
  };
  const bytes = (body: Buffer) =>
    [...forms].some((form) => body.includes(form))
      ? Buffer.from(text(body.toString("latin1")), "latin1")
      : body;
  return { bytes, text };
}

/** For the sandbox, whose token is an ordinary word and no secret. */
export const noRedactor: Redactor = { bytes: (body) => body, text: (value) => value };

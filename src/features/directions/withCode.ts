/** A country's name and, where it has one, its dial code, to tell it from others by ear. */
export function withCode(name: string, { code }: { code: string }): string {
  return code === "" ? name : `${name}, +${code}`;
}

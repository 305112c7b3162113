/** A country's name and dial code, if it has one, to tell names apart that sound alike. */
export function withCode(name: string, { code }: { code: string }): string {
  return code === "" ? name : `${name}, +${code}`;
}

/**
 * The longest of the dial codes that a number begins with: of `1` and `1876` the second for
 * `18765550123`. Undefined when it begins with none of them.
 */
export function longestCode(digits: string, codes: Iterable<string>): string | undefined {
  let longest = "";
  for (const code of codes) {
    if (code.length > longest.length && digits.startsWith(code)) longest = code;
  }
  return longest === "" ? undefined : longest;
}

/** The keys of a US keyboard that type something else on a Russian one: without and with Shift. */
const US = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&";
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?';

const toRussianKey = pairUp(US, RUSSIAN);
const toUsKey = pairUp(RUSSIAN, US);

function pairUp(from: string, to: string): ReadonlyMap<string, string> {
  return new Map(Array.from(from, (key, index) => [key, to[index] ?? key]));
}

const retype = (text: string, keys: ReadonlyMap<string, string>) =>
  Array.from(text, (key) => keys.get(key) ?? key).join("");

/** What the keys that type a text on a US keyboard type on a Russian one: `htctgity` is «ресепшен». */
export const toRussianLayout = (text: string): string => retype(text, toRussianKey);

/** What the keys that type a text on a Russian keyboard type on a US one: «лгиф» is `kuba`. */
export const toUsLayout = (text: string): string => retype(text, toUsKey);

/**
 * What a text would be, had the other layout been on. Undefined for one with letters of both, which
 * was typed on purpose, and for one without letters, whose keys are the same on both.
 */
export function inOtherLayout(text: string): string | undefined {
  const isLatin = /[a-z]/i.test(text);
  const isCyrillic = /[а-яё]/i.test(text);
  if (isLatin === isCyrillic) return undefined;
  return isLatin ? toRussianLayout(text) : toUsLayout(text);
}

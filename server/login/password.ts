import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { ProxyError } from "#proxy/proxyError.ts";

/** Of 4: one that takes a guesser who knows the usual passwords more than 10^8 tries. */
const MIN_SCORE = 3;
/** The keys of a Russian keyboard and, in the same places, of an English one. */
const RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю";
const ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Throws `ProxyError` for a password that is soon guessed, such as one made from the user's name. */
export function checkPassword(password: string, name: string): void {
  const known = [name, "pult", "plusofon"];
  // "йцукен" is as common as "qwerty".
  const spellings = [password, toEnglishKeys(password)];
  if (spellings.every((one) => guesser.check(one, known).score >= MIN_SCORE)) return;
  throw new ProxyError("weak-password", "The password is too easy to guess.");
}

function toEnglishKeys(text: string): string {
  const keys = Array.from(text.toLowerCase(), (sign) => ENGLISH[RUSSIAN.indexOf(sign)] ?? sign);
  return keys.join("");
}

import { BoundedCache } from "./boundedCache.ts";

/** Matches a name in lower case without dashes and underscores (`X-Api-Key`, `DB_PASSWORD`). */
const SECRET =
  /passw|passphrase|passcode|pwd|pass$|token|secret|auth|bearer|credential|cookie|session|signature|(app|api|access|private|encryption)key|^pin(code)?$|ha1|пароль|токен|секрет/;

const cache = new BoundedCache<boolean>();

/** Whether a JSON key is the name of a secret. */
export function isSecretName(key: string): boolean {
  return cache.get(key, () =>
    SECRET.test(
      key
        .normalize("NFKC")
        .toLowerCase()
        .replaceAll(/[^\p{L}\d]/gu, ""),
    ),
  );
}

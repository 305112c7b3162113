import { isSecretName } from "./secretNames.ts";
import { MASK, maskValues, collectSecret } from "./secretValues.ts";

/** No real failure nests deeper; a body that can't be searched can't be masked. */
const MAX_DEPTH = 60;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Copies a failure's body and masks each value whose key is a secret's name, at any depth and
 * within texts, and every other occurrence of such a value. The messages under `errors.<field>`
 * stay: they are sentences about a field that may be called `password`. Throws `RangeError` if the
 * body nests too deep.
 */
export function redactFailure(body: unknown): unknown {
  const found = new Set<string>();
  const masked = maskFields(body, found);
  return found.size === 0 ? masked : maskValues(masked, [...found]);
}

function maskFields(body: unknown, found: Set<string>): unknown {
  if (!isJsonObject(body) || !isJsonObject(body["errors"])) return mask(body, found);
  const { errors, ...others } = body;
  const messages = Object.entries(errors).map(([field, value]) => [
    field,
    mask(value, found, isSecretName(field) && !isMessageList(value)),
  ]);
  return { ...(mask(others, found) as JsonObject), errors: Object.fromEntries(messages) };
}

function mask(value: unknown, found: Set<string>, secret = false, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new RangeError("It nests too deep.");
  if (Array.isArray(value)) {
    const isPair = value.length === 2 && isNameOfSecret(value[0]);
    return value.map((item, at) => mask(item, found, secret || (isPair && at === 1), depth + 1));
  }
  if (isJsonObject(value)) {
    const namesSecret = NAME_KEYS.some((key) => isNameOfSecret(value[key]));
    const pairs = Object.entries(value).map(([key, inner]) => {
      const isValue = namesSecret && VALUE_KEYS.includes(key);
      return [key, mask(inner, found, secret || isValue || isSecretName(key), depth + 1)];
    });
    return Object.fromEntries(pairs);
  }
  if (secret) {
    if (value === null) return null;
    collectSecret(value, found);
    return MASK;
  }
  return typeof value === "string" ? maskText(value, found, depth) : value;
}

/** Another way to name a value: `{"field":"password","value":"…"}`. */
const NAME_KEYS = ["name", "key", "field", "param", "parameter", "property", "attribute", "header"];
const VALUE_KEYS = ["value", "values", "input", "given", "received", "actual", "content"];

function isNameOfSecret(value: unknown): boolean {
  return typeof value === "string" && /^\S{1,40}$/.test(value) && isSecretName(value);
}

/** A text may be JSON itself, or contain a part of JSON, a query or a header. */
function maskText(text: string, found: Set<string>, depth: number): string {
  if (/^\s*[[{]/.test(text)) {
    const inner = parsed(text);
    if (inner !== undefined) return JSON.stringify(mask(inner, found, false, depth + 1));
  }
  const safe = text.replaceAll(LOGIN, `://${MASK}@`);
  const end = secretAt(safe);
  return end === undefined ? safe : safe.slice(0, end) + MASK;
}

/** `mysql://user:password@host` */
const LOGIN = /:\/\/[^\s/@]{1,200}@/g;

/** A name and the separator before its value, with quotes as in JSON, HTML and URLs. */
const NAMED =
  /([\p{L}\d_-]{1,80})((?:["'\\\s]|&quot;|&#0*3[49];|%22|%27){0,12})(=>|=|:|%3D|%3A)|\b(?:bearer|basic) +(?=\S{8})/giu;

/**
 * Index at which the first secret's value begins. The rest of the text is masked with it, since the
 * end of a secret within a text is unknown.
 */
function secretAt(text: string): number | undefined {
  for (const match of text.matchAll(NAMED)) {
    const [all, name, quote, separator] = match;
    const end = match.index + all.length;
    // An `Authorization` value without its header's name.
    if (name === undefined) return end;
    if (!isSecretName(name)) continue;
    const isSentence =
      separator === ":" && quote === "" && /^\s+\p{L}+(\s|$)/u.test(text.slice(end, end + 80));
    if (!isSentence || !COMMON_WORD.test(name)) return end;
  }
  return undefined;
}

/** "Пароль: не короче восьми" holds no secret. */
const COMMON_WORD = /^(password|passwords|token|secret|session|пароль|токен|секрет)$/i;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMessageList(value: unknown): boolean {
  return [value].flat().every((reason) => typeof reason === "string");
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

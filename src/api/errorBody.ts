/** A failure's details, by the keys that the provider and common frameworks use for them. */
export interface ErrorBody {
  message?: string | undefined;
  code?: string | number | undefined;
  /** Messages by field of the request body. */
  fields: Record<string, string[]>;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readErrorBody(body: unknown): ErrorBody {
  if (!isJsonObject(body)) return { fields: {} };
  const { code } = body;
  return {
    message: findMessage(body),
    code: typeof code === "string" || typeof code === "number" ? code : undefined,
    fields: readFieldErrors(body),
  };
}

/** Keys that may hold the message, the most common first. */
const MESSAGE_KEYS = [
  "message",
  "error",
  "errors",
  "error_description",
  "error_message",
  "errorMessage",
  "userMessage",
  "detail",
  "description",
  "msg",
  "reason",
];

/** The first message of a failure, including nested ones and those in a list. */
function findMessage(value: unknown, depth = 0): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (depth > 3 || typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return first(value, (item) => findMessage(item, depth + 1));
  const object = value as JsonObject;
  const message = first(MESSAGE_KEYS, (key) => findMessage(object[key], depth + 1));
  const inner = first(["data", "result"], (key) =>
    isJsonObject(object[key]) ? findMessage(object[key], depth + 1) : undefined,
  );
  // "ERR_NUMBER_TAKEN" is better than no message.
  const { code } = object;
  return message ?? inner ?? (typeof code === "string" && /\D/.test(code) ? code : undefined);
}

function first<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Messages by field: Laravel's map, or a list whose items name their field. */
function readFieldErrors(body: JsonObject): Record<string, string[]> {
  const candidates = [body, body["data"], body["error"]].filter(isJsonObject);
  const errors = first(candidates, (place) => place["errors"]);
  if (Array.isArray(errors)) {
    const named = errors.filter(isJsonObject).flatMap((each): [string, string[]][] => {
      const { field } = each;
      const message = findMessage(each);
      return typeof field === "string" && message !== undefined ? [[field, [message]]] : [];
    });
    return Object.fromEntries(named);
  }
  if (!isJsonObject(errors)) return {};
  const reasons = Object.entries(errors).map(([field, given]): [string, string[]] => [
    field,
    [given].flat().filter((reason) => typeof reason === "string"),
  ]);
  return Object.fromEntries(reasons.filter(([, given]) => given.length > 0));
}

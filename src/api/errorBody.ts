/** What an answer says of a failure, by the keys that the provider and frameworks use for it. */
export interface ErrorBody {
  message?: string | undefined;
  code?: string | number | undefined;
  /** Reasons by field of the request body. */
  fields: Record<string, string[]>;
}

/** JSON's object. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readErrorBody(body: unknown): ErrorBody {
  if (!isJsonObject(body)) return { fields: {} };
  const { code } = body;
  return {
    message: wordsIn(body),
    code: typeof code === "string" || typeof code === "number" ? code : undefined,
    fields: fieldsIn(body),
  };
}

/** Where words may stand, the usual place first. */
const WORDS = [
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

/** The first words of a failure, also where they stand deeper or in a list. */
function wordsIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (depth > 3 || typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return first(value, (item) => wordsIn(item, depth + 1));
  const object = value as JsonObject;
  const words = first(WORDS, (key) => wordsIn(object[key], depth + 1));
  const inner = first(["data", "result"], (key) =>
    isJsonObject(object[key]) ? wordsIn(object[key], depth + 1) : undefined,
  );
  // "ERR_NUMBER_TAKEN" says more than nothing.
  const { code } = object;
  return words ?? inner ?? (typeof code === "string" && /\D/.test(code) ? code : undefined);
}

function first<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reasons by field: Laravel's map, or a list that names the field of each. */
function fieldsIn(body: JsonObject): Record<string, string[]> {
  const places = [body, body["data"], body["error"]].filter(isJsonObject);
  const errors = first(places, (place) => place["errors"]);
  if (Array.isArray(errors)) {
    const named = errors.filter(isJsonObject).flatMap((each): [string, string[]][] => {
      const { field } = each;
      const words = wordsIn(each);
      return typeof field === "string" && words !== undefined ? [[field, [words]]] : [];
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

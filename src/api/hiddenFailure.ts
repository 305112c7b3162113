import { ApiError } from "./errors.ts";
import { type Verdict, verdictOf } from "./failure.ts";
import { label, type Operation } from "./operation.ts";
import { readAnswer } from "./readAnswer.ts";
import { type JsonObject, isJsonObject, type ErrorBody, readErrorBody } from "./errorBody.ts";

/**
 * HTTP 200 may still be a failure (trap 3). A write is done only when its answer says so
 * (`success: true`, documented of all): one that tells of a failure was rejected, and of any other
 * nobody knows. A read fails when it tells of a failure, or brings words instead of what was asked.
 */
export function hiddenFailureOf(
  op: Operation,
  status: number,
  body: unknown,
): ApiError | undefined {
  const object = isJsonObject(body) ? body : {};
  const errorBody = readErrorBody(body);
  const failed =
    op.method === "GET"
      ? tellsFailureIn(object, ["data"])
      : tellsFailureIn(object, Object.keys(object));
  const verdict =
    op.method === "GET"
      ? verdictOnRead(op, object, errorBody, failed)
      : verdictOnWrite(object, errorBody, failed);
  if (verdict === undefined) return undefined;
  return new ApiError(verdict.kind, {
    operation: label(op),
    status,
    refusal: verdict.refusal,
    providerMessage: errorBody.message,
    fields: errorBody.fields,
  });
}

/** Whether an answer tells of a failure, itself or in one of these of its parts. */
function tellsFailureIn(object: JsonObject, parts: readonly string[]): boolean {
  if (tellsFailure(object)) return true;
  return parts
    .flatMap((part): unknown[] => {
      const value = object[part];
      return Array.isArray(value) ? value : [value];
    })
    .some(
      (part) =>
        isJsonObject(part) && tellsFailureIn(part, isJsonObject(part["data"]) ? ["data"] : []),
    );
}

function verdictOnWrite(
  object: JsonObject,
  errorBody: ErrorBody,
  failed: boolean,
): Verdict | undefined {
  if (saysYes(object["success"])) return failed ? { kind: "unconfirmed" } : undefined;
  if (!failed) return { kind: "unconfirmed" };
  return verdictByCode(errorBody) ?? { kind: "invalid" };
}

function verdictOnRead(
  op: Operation,
  object: JsonObject,
  errorBody: ErrorBody,
  failed: boolean,
): Verdict | undefined {
  if (failed) return verdictByCode(errorBody) ?? { kind: "provider" };
  const instead =
    errorBody.message !== undefined && !saysYes(object["success"]) && bringsNothing(op, object);
  return instead ? { kind: "provider" } : undefined;
}

/** A code may be the status that the answer should have had. */
function verdictByCode(errorBody: ErrorBody): Verdict | undefined {
  const code = Number(errorBody.code);
  return code >= 400 && code < 600 ? verdictOf(code, errorBody) : undefined;
}

/** Whether a read has not what was asked for, or a list no rows. */
function bringsNothing(op: Operation, object: JsonObject): boolean {
  if ("wrongAt" in readAnswer(op, object)) return true;
  const rows = op.rows === undefined ? undefined : object[op.rows];
  return rows !== undefined && Object.keys(Object(rows)).length === 0;
}

function tellsFailure(object: JsonObject): boolean {
  return Object.entries(object).some(([key, value]) => {
    const plain = plainKey(key);
    return FAILURE_KEYS.some(([keys, tells]) => keys.includes(plain) && tells(value));
  });
}

/** Keys by which an answer may tell of a failure, and what it says there when it does. */
const FAILURE_KEYS: readonly [readonly string[], (value: unknown) => boolean][] = [
  [["success", "ok", "result"], saysNo],
  [["status", "result", "code", "state", "statuscode", "httpcode"], namesError],
  [["error", "errors", "err", "errormessage", "errorcode", "exception", "failed"], hasContent],
];

/** `error_message`, `errorMessage` and `Error-Message` are one key. */
const plainKey = (key: string) => key.toLowerCase().replaceAll(/[^a-z]/g, "");

function saysYes(value: unknown): boolean {
  return /^(true|1)$/.test(scalar(value));
}

function saysNo(value: unknown): boolean {
  return /^(false|0|no)$/i.test(scalar(value));
}

/** An error status, or a word for one: "error", "failed", "ERR_BUSY". */
function namesError(value: unknown): boolean {
  return /^[45]\d\d$|(^|[^a-z])err|error|fail|denied|forbid|unauth|exception|reject|invalid|not[ _]?(ok|found)|ошиб|отказ|невер/i.test(
    scalar(value),
  );
}

function hasContent(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return !/^(|false|0|no|none|null|undefined)$/i.test(scalar(value));
}

function scalar(value: unknown): string {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value).trim() : "";
}

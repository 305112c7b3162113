import { ApiError } from "./errors.ts";
import { type Classification, classifyStatus } from "./failure.ts";
import { label, type Operation } from "./operation.ts";
import { parseResponse } from "./parseResponse.ts";
import { type JsonObject, isJsonObject, type ErrorBody, readErrorBody } from "./errorBody.ts";

/**
 * HTTP 200 may still be a failure (trap 3, docs/plusofon-api.md). A write is done only when its
 * response confirms it (`success: true`, documented for all): one that reports a failure was
 * rejected, and any other is unconfirmed. A read fails when it reports a failure, or returns a
 * message instead of data.
 */
export function findHiddenFailure(
  op: Operation,
  status: number,
  body: unknown,
): ApiError | undefined {
  const object = isJsonObject(body) ? body : {};
  const errorBody = readErrorBody(body);
  const failed =
    op.method === "GET"
      ? hasFailureIn(object, ["data"])
      : hasFailureIn(object, Object.keys(object));
  const classification =
    op.method === "GET"
      ? classifyRead(op, object, errorBody, failed)
      : classifyWrite(object, errorBody, failed);
  if (classification === undefined) return undefined;
  return new ApiError(classification.kind, {
    operation: label(op),
    status,
    refusedReason: classification.refusedReason,
    providerMessage: errorBody.message,
    fields: errorBody.fields,
  });
}

/** Whether a response reports a failure at its top level or in one of these parts. */
function hasFailureIn(object: JsonObject, parts: readonly string[]): boolean {
  if (isFailure(object)) return true;
  return parts
    .flatMap((part): unknown[] => {
      const value = object[part];
      return Array.isArray(value) ? value : [value];
    })
    .some(
      (part) =>
        isJsonObject(part) && hasFailureIn(part, isJsonObject(part["data"]) ? ["data"] : []),
    );
}

function classifyWrite(
  object: JsonObject,
  errorBody: ErrorBody,
  failed: boolean,
): Classification | undefined {
  if (isYes(object["success"])) return failed ? { kind: "unconfirmed" } : undefined;
  if (!failed) return { kind: "unconfirmed" };
  return classifyByCode(errorBody) ?? { kind: "invalid" };
}

function classifyRead(
  op: Operation,
  object: JsonObject,
  errorBody: ErrorBody,
  failed: boolean,
): Classification | undefined {
  if (failed) return classifyByCode(errorBody) ?? { kind: "provider" };
  const isMessageOnly =
    errorBody.message !== undefined && !isYes(object["success"]) && lacksData(op, object);
  return isMessageOnly ? { kind: "provider" } : undefined;
}

/** The body's `code` may be the HTTP status that the response should have had. */
function classifyByCode(errorBody: ErrorBody): Classification | undefined {
  const code = Number(errorBody.code);
  return code >= 400 && code < 600 ? classifyStatus(code, errorBody) : undefined;
}

/** Whether a read lacks its data, or a list has no rows. */
function lacksData(op: Operation, object: JsonObject): boolean {
  if ("invalidPath" in parseResponse(op, object)) return true;
  const rows = op.rows === undefined ? undefined : object[op.rows];
  return rows !== undefined && Object.keys(Object(rows)).length === 0;
}

function isFailure(object: JsonObject): boolean {
  return Object.entries(object).some(([key, value]) => {
    const plain = normalizeKey(key);
    return FAILURE_KEYS.some(([keys, meansFailure]) => keys.includes(plain) && meansFailure(value));
  });
}

/** Keys by which a response may report a failure, and the values there that mean one. */
const FAILURE_KEYS: readonly [readonly string[], (value: unknown) => boolean][] = [
  [["success", "ok", "result"], isNo],
  [["status", "result", "code", "state", "statuscode", "httpcode"], namesError],
  [["error", "errors", "err", "errormessage", "errorcode", "exception", "failed"], hasContent],
];

/** `error_message`, `errorMessage` and `Error-Message` are one key. */
const normalizeKey = (key: string) => key.toLowerCase().replaceAll(/[^a-z]/g, "");

function isYes(value: unknown): boolean {
  return /^(true|1)$/.test(scalar(value));
}

function isNo(value: unknown): boolean {
  return /^(false|0|no)$/i.test(scalar(value));
}

/** An error status, or a text for one: "error", "failed", "ERR_BUSY". */
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

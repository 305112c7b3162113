import { ApiError } from "./errors.ts";
import { type Verdict, verdictOf } from "./failure.ts";
import { label, type Operation } from "./operation.ts";
import { readAnswer } from "./readAnswer.ts";
import { type Bag, isBag, type Said, saidIn } from "./said.ts";

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
  const bag = isBag(body) ? body : {};
  const said = saidIn(body);
  const told = op.method === "GET" ? toldBy(bag, ["data"]) : toldBy(bag, Object.keys(bag));
  const verdict =
    op.method === "GET" ? verdictOnRead(op, bag, said, told) : verdictOnWrite(bag, said, told);
  if (verdict === undefined) return undefined;
  return new ApiError(verdict.kind, {
    operation: label(op),
    status,
    refusal: verdict.refusal,
    providerMessage: said.message,
    fields: said.fields,
  });
}

/** Whether an answer tells of a failure, itself or in one of these of its parts. */
function toldBy(bag: Bag, parts: readonly string[]): boolean {
  if (tellsFailure(bag)) return true;
  return parts
    .flatMap((part): unknown[] => {
      const value = bag[part];
      return Array.isArray(value) ? value : [value];
    })
    .some((part) => isBag(part) && toldBy(part, isBag(part["data"]) ? ["data"] : []));
}

function verdictOnWrite(bag: Bag, said: Said, told: boolean): Verdict | undefined {
  if (saysYes(bag["success"])) return told ? { kind: "unconfirmed" } : undefined;
  if (!told) return { kind: "unconfirmed" };
  return verdictByCode(said) ?? { kind: "invalid" };
}

function verdictOnRead(op: Operation, bag: Bag, said: Said, told: boolean): Verdict | undefined {
  if (told) return verdictByCode(said) ?? { kind: "provider" };
  const instead = said.message !== undefined && !saysYes(bag["success"]) && bringsNothing(op, bag);
  return instead ? { kind: "provider" } : undefined;
}

/** A code may be the status that the answer should have had. */
function verdictByCode(said: Said): Verdict | undefined {
  const code = Number(said.code);
  return code >= 400 && code < 600 ? verdictOf(code, said) : undefined;
}

/** Whether a read has not what was asked for, or a list no rows. */
function bringsNothing(op: Operation, bag: Bag): boolean {
  if ("wrongAt" in readAnswer(op, bag)) return true;
  const rows = op.rows === undefined ? undefined : bag[op.rows];
  return rows !== undefined && Object.keys(Object(rows)).length === 0;
}

function tellsFailure(bag: Bag): boolean {
  const by = new Map(Object.entries(bag).map(([key, value]) => [plainKey(key), value]));
  const some = (keys: readonly string[], tells: (value: unknown) => boolean) =>
    keys.some((key) => tells(by.get(key)));
  return (
    some(["success", "ok", "result"], saysNo) ||
    some(["status", "result", "code", "state", "statuscode", "httpcode"], namesError) ||
    some(["error", "errors", "err", "errormessage", "errorcode", "exception", "failed"], hasContent)
  );
}

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

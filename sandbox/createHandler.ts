import { http, type HttpHandler, HttpResponse } from "msw";
import { matchOperation } from "#api/match.ts";
import { API_PREFIX, label, type Operation } from "#api/operation.ts";
import { queryToBody } from "#api/queryBody.ts";
import { ateConnection, createExternalNumber } from "#api/externalNumbers.ts";
import { deleteSmartNumber } from "#api/smartNumbers.ts";
import { faultResponse } from "./faultResponses.ts";
import type { OperationResult } from "./handlers/resolver.ts";
import { readPaging } from "./paging.ts";
import { notFound, Problem, unauthenticated, wrongParameter } from "./problem.ts";
import { valueAt } from "./validation/schema.ts";
import { validate } from "./validation/validate.ts";
import type { Tenant, World } from "./world.ts";

/** A resolver of any operation; the parts of the request are already validated. */
export type AnyResolver = (context: {
  office: Tenant["office"];
  params: unknown;
  query: unknown;
  body: unknown;
  path: string;
}) => OperationResult<object>;

type PathParams = Readonly<Record<string, unknown>>;
/** Header that selects the office of a request. */
export const OFFICE_HEADER = "X-Sandbox-Office";

const METHODS = {
  GET: http.get,
  POST: http.post,
  PUT: http.put,
  PATCH: http.patch,
  DELETE: http.delete,
};

/** The MSW handler of one operation: log, fault, authorization, validation, then the resolver. */
export function createHandler(world: World, op: Operation, resolve: AnyResolver): HttpHandler {
  const path = `*${API_PREFIX}${op.path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
  return METHODS[op.method](path, async ({ request, params }) => {
    const tenant = world.tenant(request.headers.get(OFFICE_HEADER));
    const text = await request.text();
    const entry = tenant.log.note(request, text, label(op), world.now());
    const url = new URL(request.url);
    const performPage = async (page?: number) => {
      if (page !== undefined) url.searchParams.set("page", String(page));
      return toResponse(() => perform(tenant, op, resolve, request.headers, url, params, text));
    };
    const page = readPaging(url.searchParams).page ?? 1;
    const fault = tenant.faults.take(label(op));
    const response =
      fault === undefined
        ? await performPage()
        : await faultResponse(fault, {
            op,
            perform: performPage,
            page,
            now: () => world.now(),
            signals: [request.signal, tenant.ended],
          });
    entry.status = response.type === "error" ? null : response.status;
    return response;
  });
}

/** Responds to all other paths and methods under the API's prefix as Laravel does. */
export function undeclaredHandler(world: World): HttpHandler {
  return http.all(`*${API_PREFIX}/*`, async ({ request }) => {
    const tenant = world.tenant(request.headers.get(OFFICE_HEADER));
    const entry = tenant.log.note(request, await request.text(), null, world.now());
    const match = matchOperation(request.method, new URL(request.url).pathname);
    const isPath = match.found === "path";
    entry.status = isPath ? 405 : 404;
    const message = isPath ? `The ${request.method} method is not supported.` : "Not Found";
    return HttpResponse.json({ message }, { status: entry.status });
  });
}

/** The response of `run`, or the `Problem` that it throws as a response. */
export function toResponse(run: () => Response): Response {
  try {
    return run();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return HttpResponse.json(problem.body, { status: problem.status });
  }
}

function perform(
  tenant: Tenant,
  op: Operation,
  resolve: AnyResolver,
  requestHeaders: Headers,
  url: URL,
  rawParams: PathParams,
  text: string,
): Response {
  checkHeaders(requestHeaders);
  const { pathname, searchParams } = url;
  const params = parseParams(op, rawParams);
  const query = op.query === undefined ? undefined : validate(op.query, readPaging(searchParams));
  const body = parseBody(op, params, searchParams, text);
  const {
    data,
    status = 200,
    location,
  } = resolve({
    office: tenant.office,
    params,
    query,
    body,
    path: pathname,
  });
  const headers: HeadersInit =
    location === undefined ? {} : { Location: `http://localhost${location}` };
  return new HttpResponse(JSON.stringify(data), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

function checkHeaders(headers: Headers) {
  const hasToken = /^bearer \S+$/i.test(headers.get("Authorization") ?? "");
  if (!hasToken || (headers.get("Client") ?? "") === "") throw unauthenticated();
}

/** The validated path parameters; an invalid one is a 404, as at the provider. */
function parseParams(op: Operation, rawParams: PathParams): unknown {
  if (op.params === undefined) return undefined;
  try {
    return validate(op.params, rawParams);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (op.name === deleteSmartNumber.name) {
      throw wrongParameter("The smart number id must be int");
    }
    throw notFound("Entity");
  }
}

function parseBody(op: Operation, params: unknown, query: URLSearchParams, text: string): unknown {
  if (op.body === undefined) return undefined;
  if (op.method === "GET") return validate(op.body, queryToBody(op.body, query));
  const body = parseJson(text);
  // The fields of a connection depend on the path, which a schema of the body can't see.
  const isAte = op.body === createExternalNumber.body && valueAt(params, ["type"]) === "ate";
  return validate(isAte ? ateConnection : op.body, body);
}

function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
  } catch {
    throw wrongParameter("The request body is not valid JSON");
  }
}

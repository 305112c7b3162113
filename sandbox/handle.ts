import { http, type HttpHandler, HttpResponse } from "msw";
import { matchOperation } from "#api/match.ts";
import { API_PREFIX, label, type Operation } from "#api/operation.ts";
import { queryToBody } from "#api/queryBody.ts";
import { ateConnection, createExternalNumber } from "#api/externalNumbers.ts";
import { deleteSmartNumber } from "#api/smartNumbers.ts";
import { faultAnswer } from "./faultAnswers.ts";
import type { Answer } from "./handlers/resolver.ts";
import { readPaging } from "./page.ts";
import { notFound, Problem, unauthenticated, wrongParameter } from "./problem.ts";
import { valueAt } from "./validation/schema.ts";
import { validated } from "./validation/validate.ts";
import type { Tenant, World } from "./world.ts";

/** A resolver whose operation is known only when it runs; its parts are validated by then. */
export type AnyResolver = (context: {
  office: Tenant["office"];
  params: unknown;
  query: unknown;
  body: unknown;
  path: string;
}) => Answer<object>;

type PathParams = Readonly<Record<string, unknown>>;
/** The office that a request is for. */
export const OFFICE_HEADER = "X-Sandbox-Office";

const METHODS = {
  GET: http.get,
  POST: http.post,
  PUT: http.put,
  PATCH: http.patch,
  DELETE: http.delete,
};

/** The MSW handler of one operation: log, fault, authorization, validation, then the resolver. */
export function handlerOf(world: World, op: Operation, resolve: AnyResolver): HttpHandler {
  const path = `*${API_PREFIX}${op.path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
  return METHODS[op.method](path, async ({ request, params }) => {
    const tenant = world.tenant(request.headers.get(OFFICE_HEADER));
    const text = await request.text();
    const entry = tenant.log.note(request, text, label(op), world.now());
    const url = new URL(request.url);
    const perform = async (page?: number) => {
      if (page !== undefined) url.searchParams.set("page", String(page));
      return performed(() => answer(tenant, op, resolve, request.headers, url, params, text));
    };
    const page = readPaging(url.searchParams).page ?? 1;
    const fault = tenant.faults.take(label(op));
    const response =
      fault === undefined
        ? await perform()
        : await faultAnswer(fault, {
            op,
            perform,
            page,
            now: () => world.now(),
            signals: [request.signal, tenant.ended],
          });
    entry.status = response.type === "error" ? null : response.status;
    return response;
  });
}

/** Answers whatever else is asked for under the API's prefix, as Laravel does. */
export function strayHandler(world: World): HttpHandler {
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

/** Runs something that answers or throws a `Problem`, and gives either as a response. */
export function performed(run: () => Response): Response {
  try {
    return run();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return HttpResponse.json(problem.body, { status: problem.status });
  }
}

function answer(
  tenant: Tenant,
  op: Operation,
  resolve: AnyResolver,
  requestHeaders: Headers,
  url: URL,
  given: PathParams,
  text: string,
): Response {
  checkHeaders(requestHeaders);
  const { pathname, searchParams } = url;
  const params = paramsOf(op, given);
  const query = op.query === undefined ? undefined : validated(op.query, readPaging(searchParams));
  const body = bodyOf(op, params, searchParams, text);
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

/** The path's parameters by the schema; what fits none is an entity that doesn't exist. */
function paramsOf(op: Operation, given: PathParams): unknown {
  if (op.params === undefined) return undefined;
  try {
    return validated(op.params, given);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (op.name === deleteSmartNumber.name) {
      throw wrongParameter("The smart number id must be int");
    }
    throw notFound("Entity");
  }
}

function bodyOf(op: Operation, params: unknown, query: URLSearchParams, text: string): unknown {
  if (op.body === undefined) return undefined;
  if (op.method === "GET") return validated(op.body, queryToBody(op.body, query));
  const body = parsed(text);
  // The fields of a connection depend on the path, which a schema of the body can't see.
  const isAte = op.body === createExternalNumber.body && valueAt(params, ["type"]) === "ate";
  return validated(isAte ? ateConnection : op.body, body);
}

function parsed(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
  } catch {
    throw wrongParameter("The request body is not valid JSON");
  }
}

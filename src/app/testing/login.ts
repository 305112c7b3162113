import { http, HttpResponse, type JsonBodyType } from "msw";
import type { SessionLogin, SessionUser } from "#api/login.ts";
import type { ProxyProblem } from "#api/proxyProblem.ts";
import { server } from "./sandbox.ts";

export const ANNA: SessionUser = {
  name: "anna",
  fullName: "Anna Belova",
  role: "admin",
  hasTotp: false,
};
export const VERA: SessionUser = {
  name: "vera",
  fullName: "Vera",
  role: "support",
  hasTotp: false,
};

/** An answer by which the server objects to something. */
export const refusal = (
  problem: ProxyProblem,
  status: number,
  headers: Record<string, string> = {},
) => HttpResponse.json({ message: problem, code: status, proxy: problem }, { status, headers });

/**
 * From now on people sign in, until the next office: what is returned may be changed. Nothing of the
 * provider's is answered without a user.
 */
export function requireLogin(login: Partial<SessionLogin> = {}): SessionLogin {
  const now: SessionLogin = { kind: "local", user: null, ...login };
  const gate = () => (now.user === null ? refusal("sign-in-required", 401) : undefined);
  server.use(
    http.get("*/api/session", () => HttpResponse.json({ mode: "sandbox", login: now })),
    http.all("*/api/v1/*", gate),
    http.all("*/api/pult/remembered/*", gate),
  );
  return now;
}

/** Answers one of Pult's own operations, by its method and its path (`POST /sign-in`). */
export function answerOwn(
  operation: `${"GET" | "POST" | "PATCH" | "DELETE"} /${string}`,
  answer: (body: unknown, params: Readonly<Record<string, unknown>>) => JsonBodyType | Response,
): void {
  const [method = "GET", path = ""] = operation.split(" ");
  server.use(
    http.all(`*/api/pult${path}`, async ({ request, params }) => {
      if (request.method !== method) return undefined;
      const text = await request.text();
      const result = answer(text === "" ? undefined : JSON.parse(text), params);
      if (result instanceof Response) return result;
      return HttpResponse.json({ success: true, ...Object(result) });
    }),
  );
}

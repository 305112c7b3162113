import { http, HttpResponse } from "msw";
import { server } from "./sandbox.ts";

const getPage = (request: Request) => Number(new URL(request.url).searchParams.get("page"));

/** Lets the first page of the accounts list through and holds the rest until `release`. */
export function holdLaterPages(path = "/sip"): { release: () => void } {
  const opened = new AbortController();
  const gate = new Promise((resolve) => {
    opened.signal.addEventListener("abort", resolve);
  });
  server.use(
    http.get(`*/api/v1${path}`, async ({ request }) => {
      if (getPage(request) > 1) await gate;
      // Returns nothing, so the sandbox responds.
    }),
  );
  return { release: () => opened.abort() };
}

/** Lets the first page of the accounts list through and fails the rest, until `recover`. */
export function failLaterPages(path = "/sip"): { recover: () => void } {
  let failing = true;
  server.use(
    http.get(`*/api/v1${path}`, ({ request }) =>
      failing && getPage(request) > 1
        ? HttpResponse.json({ message: "Server Error" }, { status: 500 })
        : undefined,
    ),
  );
  return {
    recover: () => {
      failing = false;
    },
  };
}

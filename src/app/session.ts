import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { basePath } from "#paths";
import { ApiError } from "#api/errors.ts";
import { isLoginResponse } from "#api/failure.ts";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { writeStored, readStored } from "#i18n/storage.ts";
import { discardDrafts } from "#ui/form/draft/discardDrafts.ts";

/** Whether the proxy is connected to the sandbox or to the provider. */
export type Mode = "sandbox" | "provider";

/** Milliseconds: a server that has been given a token meanwhile must not look like a sandbox. */
const ASK_EVERY = 60_000;
const KEY = "pult.mode";

const OPERATION = { operation: "GET /api/session" };

async function askMode(signal: AbortSignal): Promise<Mode> {
  const request = fetch(`${basePath}/api/session`, {
    signal,
    headers: OWN_HEADER,
    redirect: "manual",
  });
  const response = await request.catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new ApiError("offline", OPERATION, { cause });
  });
  const text = await response.text();
  if (isLoginResponse(response, text))
    throw new ApiError("refused", { ...OPERATION, refusedReason: "login" });
  const body: unknown = JSON.parse(text);
  const mode = typeof body === "object" && body !== null && "mode" in body ? body.mode : undefined;
  if (response.ok && (mode === "sandbox" || mode === "provider")) return mode;
  throw new Error(`The server does not say what it talks to: ${response.status}`);
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => askMode(signal),
});

/**
 * The proxy's own mode, which is not part of the provider's API. Undefined until it responds. A
 * changed mode means other accounts: reloads everything, and restores nothing that was typed for
 * one office in the other.
 */
export function useMode(): Mode | undefined {
  const { data } = useQuery({ ...sessionQuery, staleTime: 0, refetchInterval: ASK_EVERY });
  const last = useRef(data);
  useEffect(() => {
    if (data === undefined) return;
    // Including the mode that this tab saw before it was reloaded.
    const before = last.current ?? readStored(KEY, true) ?? data;
    last.current = data;
    writeStored(KEY, data, true);
    if (before === data) return;
    discardDrafts();
    location.reload();
  }, [data]);
  return data;
}

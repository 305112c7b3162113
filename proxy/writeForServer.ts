import { buildPath, type Operation, type Request } from "#api/operation.ts";
import { createReader, type ForwardOptions } from "./forward.ts";
import { OFFICE, upstreamRequestHeaders } from "./headers.ts";
import type { UpstreamRequest } from "./upstream.ts";
import { unacceptable } from "./upstreamError.ts";
import type { ReadUpstream, RecordedResponse, Write } from "./write.ts";

/** In whose name the server writes, and how the journal finds the write again. */
export type WrittenFor = Pick<Write, "user" | "requestId">;

/** What the server itself does at the provider, with nobody who asked for it. */
export interface ServerUpstream {
  read: ReadUpstream;
  /** Reads with the secret that the operation reveals, which the caller puts into the journal. */
  reveal: ReadUpstream;
  /** A write like any other: recorded, and sent once. Throws `ProxyError`. */
  write: <T extends Operation>(
    operation: T,
    request: Request<T>,
    about: WrittenFor,
  ) => Promise<RecordedResponse>;
}

/** For an office of the sandbox; null is the default one, and with the provider the only one. */
export type UpstreamOf = (office: string | null) => ServerUpstream;

export function createUpstreamOf(forwarding: ForwardOptions): UpstreamOf {
  const { credentials, isSandbox, upstream, redact, sharing, aroundWrite } = forwarding;
  if (aroundWrite === undefined) throw new Error("A server that writes records what it writes.");
  const { signal } = new AbortController();
  return (office) => {
    const headers = office === null ? {} : { [OFFICE]: office };
    const read = createReader(headers, signal, forwarding);
    const reveal = createReader(headers, signal, forwarding, { reveals: true });
    const write: ServerUpstream["write"] = async (operation, given, about) => {
      const { params = {}, body } = given as AnyRequest;
      const request: UpstreamRequest = {
        method: operation.method,
        target: buildPath(operation, params),
        headers: upstreamRequestHeaders(headers, credentials, { isSandbox }),
        body: body === undefined ? undefined : Buffer.from(JSON.stringify(body)),
      };
      const send = async () => {
        const response = await upstream(request, signal);
        return { ...response, body: redact(operation, response) };
      };
      const recorded = { reveals: undefined, office, batch: null, undoes: null };
      try {
        return await aroundWrite({ operation, params, body, ...recorded, ...about }, send, read);
      } finally {
        // After a failure too: the write may have been carried out.
        sharing.invalidate();
      }
    };
    return { read, reveal, write };
  };
}

interface AnyRequest {
  params?: Record<string, string | number>;
  body?: unknown;
}

const fail = () => Promise.reject(unacceptable("NO_UPSTREAM"));
/** Of a server without a provider. */
export const NO_UPSTREAM: UpstreamOf = () => ({ read: fail, reveal: fail, write: fail });

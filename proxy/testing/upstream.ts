import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the upstream received it. */
export interface Seen {
  method: string;
  /** Request target, raw. */
  target: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface TestServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

export interface TestUpstream extends TestServer {
  seen: Seen[];
}

export async function serve(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, port, close };
}

/** A fake provider: records every request, then responds as `respond` does. */
export async function recordingUpstream(
  respond: RequestListener = (_, response) => response.end('{"success":true}'),
): Promise<TestUpstream> {
  const seen: Seen[] = [];
  const server = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: target = "", headers } = request;
      seen.push({ method, target, headers, body: Buffer.concat(chunks).toString() });
      response.setHeader("content-type", "application/json");
      respond(request, response);
    });
  });
  return { ...server, seen };
}

import type { Readable } from "node:stream";
import { json } from "node:stream/consumers";
import proxy, { type FastifyHttpProxyOptions } from "@fastify/http-proxy";
import Fastify from "fastify";
import { reportPort } from "./reportPort.ts";

/**
 * A minimal proxy without Pult's checks: it forwards everything under /api and adds the token. It
 * does not log, and keeps connections alive like ours. With PARSES it parses each response as JSON
 * and serializes it again, the minimum for a proxy that inspects what it forwards.
 */
type Hooks = NonNullable<FastifyHttpProxyOptions["replyOptions"]>;

/** Declared as Node's response, but it is an object that holds the stream (see its README). */
const rewrite: NonNullable<Hooks["onResponse"]> = (_, reply, response) => {
  const { stream } = response as unknown as { stream: Readable };
  void json(stream).then((body) => reply.send(JSON.stringify(body)));
};

const fastify = Fastify({ logger: false });
await fastify.register(proxy, {
  upstream: process.env["PLUSOFON_URL"] ?? "",
  prefix: "/api",
  rewritePrefix: "/api",
  replyOptions: {
    ...(process.env["PARSES"] === undefined ? {} : { onResponse: rewrite }),
    rewriteRequestHeaders: (_, headers) => ({
      ...headers,
      authorization: `Bearer ${process.env["PLUSOFON_TOKEN"] ?? ""}`,
      client: "10553",
    }),
  },
});
await fastify.listen({ host: "127.0.0.1", port: 0 });
reportPort(fastify.server);

import proxy from "@fastify/http-proxy";
import Fastify from "fastify";
import { reportPort } from "./reportPort.ts";

/**
 * A minimal proxy without Pult's checks: it forwards everything under /api and adds the token. It
 * does not log, and keeps connections alive like ours.
 */
const fastify = Fastify({ logger: false });
await fastify.register(proxy, {
  upstream: process.env["PLUSOFON_URL"] ?? "",
  prefix: "/api",
  rewritePrefix: "/api",
  replyOptions: {
    rewriteRequestHeaders: (_, headers) => ({
      ...headers,
      authorization: `Bearer ${process.env["PLUSOFON_TOKEN"] ?? ""}`,
      client: "10553",
    }),
  },
});
await fastify.listen({ host: "127.0.0.1", port: 0 });
reportPort(fastify.server);

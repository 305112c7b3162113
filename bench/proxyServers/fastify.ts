import proxy from "@fastify/http-proxy";
import Fastify from "fastify";
import { ready } from "./ready.ts";

/**
 * What one would write without Pult's proxy: everything under /api passes, with the token added.
 * Its log is off, its connections are kept open as ours are.
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
ready(fastify.server);

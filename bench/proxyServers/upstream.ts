import { createServer } from "node:http";
import { randomFrom } from "#sandbox/random.ts";
import { reportPort } from "./reportPort.ts";

/** A provider that responds at once from memory, so that only the proxies are measured. */
const random = randomFrom(1);
const account = (id: number) => ({
  id,
  name: `Отдел ${id}`,
  number: 200 + id,
  kazoo_id: random.text(32, "0123456789abcdef"),
  finally_created: true,
  aon: { id, number: "79993332210", phone_type: "def", owner_type: "personal" },
  active_sip_scenario: {
    id,
    name: "SIP",
    endpoints: Array.from({ length: 4 }, () => ({ type: "sip", timeout: 50 })),
  },
});
const page = Array.from({ length: 100 }, (_, index) => account(index + 1));
const one = Buffer.from(JSON.stringify({ ...account(7), success: true }));
const list = Buffer.from(
  JSON.stringify({ current_page: 1, data: page, total: 100, success: true }),
);
const success = Buffer.from('{"success":true}');

const server = createServer({ keepAlive: true }, (request, response) => {
  const body = request.method !== "GET" ? success : /\/sip\?/.test(request.url ?? "") ? list : one;
  request.on("end", () => {
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": body.length,
    });
    response.end(body);
  });
  request.resume();
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => reportPort(server));

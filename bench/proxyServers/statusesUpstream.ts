import { createServer } from "node:http";
import { reportPort } from "./reportPort.ts";

/** A provider whose accounts change their status now and then; it responds from memory. */
const accounts = Number(process.env["ACCOUNTS"]);
const PAGE = 100;
/** Pages of statuses that were read. */
let pages = 0;

function page(number: number): string {
  const first = (number - 1) * PAGE;
  const data = Array.from({ length: Math.min(PAGE, accounts - first) }, (_, index) => {
    const id = first + index + 1;
    return {
      id,
      number: 200 + id,
      name: `Отдел ${id}`,
      // Another one in a hundred is offline at each look.
      on_line: id % 97 !== Math.floor((pages - 1) / (accounts / PAGE)) % 97,
      finally_created: true,
      active_sip_scenario: null,
    };
  });
  const last = Math.ceil(accounts / PAGE);
  return JSON.stringify({ data, current_page: number, last_page: last, total: accounts });
}

const server = createServer({ keepAlive: true }, (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  if (pathname.endsWith("/statuses")) pages++;
  response.writeHead(200, { "content-type": "application/json" });
  response.end(page(Number(searchParams.get("page") ?? 1)));
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => reportPort(server));

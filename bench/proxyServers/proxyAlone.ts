import { createServer } from "node:http";
import { createProxy } from "#proxy/app.ts";
import { gracefulClose } from "#server/gracefulClose.ts";
import { withoutSlowReaders } from "#server/slowReaders.ts";
import { toListener } from "#proxy/listener.ts";
import { createLog } from "#proxy/log.ts";
import { readJournalValues } from "./readJournalValues.ts";
import { reportPort } from "./reportPort.ts";

// The proxy with every check and its log, without what the server adds: no journal and no sign-in.
const { PLUSOFON_URL = "", PLUSOFON_TOKEN = "", READS_BEFORE } = process.env;
const proxy = createProxy({
  upstreamUrl: PLUSOFON_URL,
  token: PLUSOFON_TOKEN,
  client: "10553",
  log: createLog("all", (line) => process.stdout.write(`${line}\n`)),
  aroundWrite: READS_BEFORE === undefined ? undefined : readJournalValues,
});
const server = createServer(withoutSlowReaders(toListener(proxy)));
gracefulClose(server);
server.listen(0, "127.0.0.1", () => reportPort(server));

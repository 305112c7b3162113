import { Agent, request as send } from "node:http";

export interface Tally {
  /** Requests that got their whole answer. */
  answered: number;
  /** Of these, sent after the server was told to stop. */
  answeredLate: number;
  /** Waiting for their answer as the server was told to stop. */
  underWay: number;
  /** Connections that were not taken any more. */
  notAccepted: number;
  /** What became of all others, in words. */
  lost: string[];
}

/**
 * Many who ask again and again, each over a connection of its own, until the server says that
 * it ends. `tell` is called once, amid all of it, and has to tell the server to stop.
 */
export async function underLoad(url: string, clients: number, tell: () => void): Promise<Tally> {
  const tally: Tally = { answered: 0, answeredLate: 0, underWay: 0, notAccepted: 0, lost: [] };
  const load = { waiting: 0, isTold: false };
  const tellNow = () => {
    load.isTold = true;
    tally.underWay = load.waiting;
    tell();
  };
  const ask = async (agent: Agent, path: string, pauseMs: number) => {
    for (;;) {
      const { isTold } = load;
      load.waiting++;
      const said = await once(url + path, agent);
      load.waiting--;
      if (said.outcome === "answered") {
        tally.answered++;
        if (isTold) tally.answeredLate++;
        if (!load.isTold && tally.answered > clients * 20) tellNow();
        if (said.isLast) return;
      } else {
        if (said.outcome === "ECONNREFUSED") tally.notAccepted++;
        else tally.lost.push(said.outcome);
        return;
      }
      // Between two requests a connection is idle: it is then that it may be shut.
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const all = Array.from({ length: clients }, async (_, index) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await ask(agent, `/api/v1/sip/${1 + (index % 4)}`, index % 7);
    agent.destroy();
  });
  await Promise.all(all);
  return tally;
}

interface Said {
  /** "answered", or the code of what went wrong. */
  outcome: string;
  isLast: boolean;
}

function once(url: string, agent: Agent): Promise<Said> {
  return new Promise((resolve) => {
    const fail = (error: Error & { code?: string }) =>
      resolve({ outcome: error.code ?? error.message, isLast: true });
    const request = send(url, { agent, headers: { "x-pult": "1" } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("error", fail);
      response.on("end", () => {
        const isWhole = response.statusCode === 200 && body === '{"success":true}';
        const outcome = isWhole ? "answered" : `${response.statusCode}: ${body}`;
        resolve({ outcome, isLast: response.headers.connection === "close" });
      });
    });
    request.on("error", fail);
    request.end();
  });
}

import { Agent, request as send } from "node:http";

export interface LoadResult {
  /** Requests with a complete response. */
  answered: number;
  /** Of these, sent after the stop signal. */
  answeredAfterStop: number;
  /** Requests pending at the moment of the stop signal. */
  underWay: number;
  /** Connections refused after the server stopped listening. */
  refusedConnections: number;
  /** Descriptions of all other outcomes. */
  lost: string[];
}

/**
 * Lets many clients send requests, each over its own keep-alive connection, until the server closes
 * the connection. Calls `stop` once in between, which has to stop the server.
 */
export async function stopUnderLoad(
  url: string,
  clients: number,
  stop: () => void,
): Promise<LoadResult> {
  const result: LoadResult = {
    answered: 0,
    answeredAfterStop: 0,
    underWay: 0,
    refusedConnections: 0,
    lost: [],
  };
  const load = { waiting: 0, isStopping: false };
  const stopNow = () => {
    load.isStopping = true;
    result.underWay = load.waiting;
    stop();
  };
  const sendRepeatedly = async (agent: Agent, path: string, pauseMs: number) => {
    for (;;) {
      const { isStopping } = load;
      load.waiting++;
      const sent = await sendOnce(url + path, agent);
      load.waiting--;
      if (sent.outcome === "answered") {
        result.answered++;
        if (isStopping) result.answeredAfterStop++;
        if (!load.isStopping && result.answered > clients * 20) stopNow();
        if (sent.isLast) return;
      } else {
        if (sent.outcome === "ECONNREFUSED") result.refusedConnections++;
        else result.lost.push(sent.outcome);
        return;
      }
      // The server may close the connection while it is idle between two requests.
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const clientsDone = Array.from({ length: clients }, async (_, index) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await sendRepeatedly(agent, `/api/v1/sip/${1 + (index % 4)}`, index % 7);
    agent.destroy();
  });
  await Promise.all(clientsDone);
  return result;
}

interface SentRequest {
  /** "answered", or the code of what went wrong. */
  outcome: string;
  isLast: boolean;
}

function sendOnce(url: string, agent: Agent): Promise<SentRequest> {
  return new Promise((resolve) => {
    const fail = (error: Error & { code?: string }) =>
      resolve({ outcome: error.code ?? error.message, isLast: true });
    const request = send(url, { agent, headers: { "x-pult": "1" } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("error", fail);
      response.on("end", () => {
        const isComplete = response.statusCode === 200 && body === '{"success":true}';
        const outcome = isComplete ? "answered" : `${response.statusCode}: ${body}`;
        resolve({ outcome, isLast: response.headers.connection === "close" });
      });
    });
    request.on("error", fail);
    request.end();
  });
}

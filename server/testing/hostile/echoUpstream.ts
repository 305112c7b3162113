import type { RequestListener } from "node:http";

type Echo = (text: string) => { status: number; type: string; body: string };

const echoJson: Echo = (text) => ({
  status: 200,
  type: "application/json",
  body: JSON.stringify({ data: text }),
});
const ECHOES: Echo[] = [
  echoJson,
  (text) => ({
    status: 422,
    type: "application/json",
    body: JSON.stringify({ errors: { a: [text] } }),
  }),
  (text) => ({ status: 500, type: "text/html", body: `<h1>Whoops</h1><pre>${text}</pre>` }),
  (text) => ({
    status: 200,
    type: "text/html",
    body: `<pre>${text.replaceAll("|", "&#124;")}</pre>`,
  }),
  (text) => ({ status: 404, type: "text/plain", body: encodeURIComponent(text) }),
  (text) => ({ status: 201, type: "text/plain", body: Buffer.from(text).toString("base64") }),
  (text) => ({ status: 200, type: text, body: encodeURIComponent(encodeURIComponent(text)) }),
  (text) => ({
    status: 302,
    type: "application/json",
    body: JSON.stringify(JSON.stringify(text)),
  }),
];

/**
 * Echoes all request headers, each time in another encoding, in the response headers as well, with
 * the body split in the middle of the token.
 */
export function echoing(): RequestListener {
  let count = 0;
  return (request, response) => {
    const { authorization = "" } = request.headers;
    const echo = ECHOES[count++ % ECHOES.length] ?? echoJson;
    const { status, type, body } = echo(JSON.stringify(request.headers));
    response.writeHead(status, {
      "content-type": type,
      location: `/api/v1/sip/${authorization}`,
      "retry-after": authorization,
      "x-echo": authorization,
      "set-cookie": [`session=${authorization}`, "b=2"],
      server: authorization,
      "x-powered-by": "PHP",
      "proxy-authenticate": "Basic",
      link: `<${authorization}>`,
    });
    const half = Math.floor(body.length / 2);
    response.write(body.slice(0, half));
    response.end(body.slice(half));
  };
}

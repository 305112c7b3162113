import type { RequestListener } from "node:http";

type Echo = (words: string) => { status: number; type: string; body: string };

const spellJson: Echo = (words) => ({
  status: 200,
  type: "application/json",
  body: JSON.stringify({ data: words }),
});
const ECHOES: Echo[] = [
  spellJson,
  (words) => ({
    status: 422,
    type: "application/json",
    body: JSON.stringify({ errors: { a: [words] } }),
  }),
  (words) => ({ status: 500, type: "text/html", body: `<h1>Whoops</h1><pre>${words}</pre>` }),
  (words) => ({
    status: 200,
    type: "text/html",
    body: `<pre>${words.replaceAll("|", "&#124;")}</pre>`,
  }),
  (words) => ({ status: 404, type: "text/plain", body: encodeURIComponent(words) }),
  (words) => ({ status: 201, type: "text/plain", body: Buffer.from(words).toString("base64") }),
  (words) => ({ status: 200, type: words, body: encodeURIComponent(encodeURIComponent(words)) }),
  (words) => ({
    status: 302,
    type: "application/json",
    body: JSON.stringify(JSON.stringify(words)),
  }),
];

/**
 * Answers with all that it was told, each time spelled in another way, in its headers as well,
 * and cut in two in the middle of the token.
 */
export function echoing(): RequestListener {
  let count = 0;
  return (request, response) => {
    const { authorization = "" } = request.headers;
    const echo = ECHOES[count++ % ECHOES.length] ?? spellJson;
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

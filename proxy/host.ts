import { isIP } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import { isLoopback } from "./loopback.ts";
import { Refusal } from "./refusal.ts";

/** Under what the proxy may be called besides this machine's own names. */
export interface OwnHosts {
  /** Names or addresses; a port is not looked at. */
  names: readonly string[];
  /** Whether any IP address is ours: so it is when others reach this machine. */
  anyAddress: boolean;
}

/**
 * Refuses (403) a request under a name that is not ours. A hostile page can point its own name
 * at this machine (DNS rebinding) and is then "the same origin": only the name gives it away.
 * An address gives nothing away, since nobody can point that anywhere.
 */
export function knownHostOnly({ names, anyAddress }: OwnHosts): MiddlewareHandler {
  const own = new Set(names.map(nameOf));
  return async (c, next) => {
    const name = nameOf(c.req.header("host") ?? "");
    const isOwn =
      name !== undefined && (isLoopback(name) || own.has(name) || (anyAddress && isAddress(name)));
    return isOwn ? next() : refuse(c, name);
  };
}

/** The host of a `Host` header, in lower case and without its port. */
function nameOf(header: string): string | undefined {
  // An IPv6 address among the settings may stand there without its brackets.
  const host = isIP(header) === 6 ? `[${header}]` : header;
  const isPlain = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host);
  const url = `http://${host}`;
  return isPlain && URL.canParse(url) ? new URL(url).hostname : undefined;
}

function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0;
}

/** In a browser it is read by whoever sets Pult up: it says what to set. */
function refuse(c: Context, name: string | undefined): Response {
  const english = `Pult does not answer under the name ${name ?? "it was called by"}.`;
  const advice = "If it is yours, add it to the setting ALLOWED_HOSTS and start Pult again.";
  if (!/text\/html/.test(c.req.header("accept") ?? "")) {
    throw new Refusal("bad-request", `${english} ${advice}`, { status: 403 });
  }
  const russian =
    `Пульт не отвечает под именем ${name ?? "из этого запроса"}. ` +
    "Если это ваш адрес, добавьте его в настройку ALLOWED_HOSTS и запустите Пульт снова.";
  return c.text(`${english} ${advice}\n\n${russian}\n`, 403);
}

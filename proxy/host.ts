import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import type { ProxyContext, ProxyEnv } from "./env.ts";
import { isLoopback } from "./loopback.ts";
import { ProxyError } from "./proxyError.ts";

/** Under what the proxy may be called besides this machine's own names. */
export interface OwnHosts {
  /** Names or addresses; a port is not looked at. */
  names: readonly string[];
  /** Whether any IP address is ours: so it is when others reach this machine. */
  anyAddress: boolean;
  /**
   * Names in a browser's address behind a web server that does not pass on `Host`; with the port
   * where that is not the scheme's own.
   */
  pages?: readonly string[];
}

/** Whether a `Host` header's value names us. */
export type IsOwnHost = (header: string) => boolean;

/**
 * A hostile page can point its own name at this machine (DNS rebinding) and is then "the same
 * origin": only the name gives it away. An address gives nothing away, since nobody can point
 * that anywhere.
 */
export function ownHosts({ names, anyAddress }: OwnHosts): IsOwnHost {
  const own = new Set(names.map(nameOf));
  return (header) => {
    const name = nameOf(header);
    if (name === undefined) return false;
    return isLoopback(name) || own.has(name) || (anyAddress && isAddress(name));
  };
}

/** Every `Host` of a request, joined by commas: of two, Node itself would look at the first. */
export function hostHeader(rawHeaders: readonly string[]): string {
  return rawHeaders
    .filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === "host")
    .join(", ");
}

/** Refuses (403) what is asked for under a name that is not ours. */
export function knownHostOnly(isOwn: IsOwnHost): MiddlewareHandler<ProxyEnv> {
  return async (c, next) => {
    const header = hostHeader(c.env.incoming.rawHeaders);
    return isOwn(header) ? next() : refuse(c, header);
  };
}

/** Says to the one who sets Pult up what to do. */
function foreignHost(header: string): ProxyError {
  return new ProxyError("unknown-address", `${foreignIn.english(nameOf(header))} ${ADVICE}`);
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

const ADVICE =
  "If it is yours, add it to the setting ALLOWED_HOSTS and start Pult again; " +
  "if a web server is in front, let it pass on the header Host.";
const foreignIn = {
  english: (name = "it was called by") => `Pult does not answer under the name ${name}.`,
  russian: (name = "из этого запроса") => `Пульт не отвечает под именем ${name}.`,
};

/** In a browser the person who sets Pult up reads it. */
function refuse(c: ProxyContext, header: string): Response {
  if (!/text\/html/.test(c.req.header("accept") ?? "")) throw foreignHost(header);
  const name = nameOf(header);
  const english = `${foreignIn.english(name)} ${ADVICE}`;
  const russian =
    `${foreignIn.russian(name)} ` +
    "Если это ваш адрес, добавьте его в настройку ALLOWED_HOSTS и запустите Пульт снова; " +
    "если перед Пультом стоит веб-сервер, пусть передаёт заголовок Host без изменений.";
  return c.text(`${english}\n\n${russian}\n`, 403);
}

import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import type { ProxyContext, ProxyEnv } from "./env.ts";
import { isLoopback } from "./loopback.ts";
import { ProxyError } from "./proxyError.ts";

/** Host names the proxy accepts besides loopback ones. */
export interface AllowedHosts {
  /** Names or IP addresses; ports are ignored. */
  names: readonly string[];
  /** Whether to accept any IP address: needed when other machines reach this one. */
  anyAddress: boolean;
  /**
   * Host names that browsers show when a reverse proxy does not forward `Host`; with the port
   * unless it is the scheme's default.
   */
  pages?: readonly string[];
}

/** Whether a `Host` header's value is accepted. */
export type IsAllowedHost = (header: string) => boolean;

/**
 * A hostile page can point its own host name at this machine (DNS rebinding) and then counts as the
 * same origin: only the name in `Host` tells them apart. An IP address is safe, since nobody can
 * point it elsewhere.
 */
export function createHostCheck({ names, anyAddress }: AllowedHosts): IsAllowedHost {
  const allowed = new Set(names.map(hostnameOf));
  return (header) => {
    const name = hostnameOf(header);
    if (name === undefined) return false;
    return isLoopback(name) || allowed.has(name) || (anyAddress && isIpAddress(name));
  };
}

/** All `Host` headers of a request, joined by commas: Node itself uses the first of several. */
export function hostHeader(rawHeaders: readonly string[]): string {
  return rawHeaders
    .filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === "host")
    .join(", ");
}

/** Responds 403 to requests for a host that is not accepted. */
export function allowedHostsOnly(isAllowed: IsAllowedHost): MiddlewareHandler<ProxyEnv> {
  return async (c, next) => {
    const header = hostHeader(c.env.incoming.rawHeaders);
    return isAllowed(header) ? next() : respondUnknownHost(c, header);
  };
}

/** Tells the administrator which setting to change. */
function unknownHost(header: string): ProxyError {
  return new ProxyError("unknown-address", `${MESSAGES.english(hostnameOf(header))} ${ADVICE}`);
}

/** The host name of a `Host` header, in lower case and without the port. */
function hostnameOf(header: string): string | undefined {
  // Settings may hold an IPv6 address without brackets.
  const host = isIP(header) === 6 ? `[${header}]` : header;
  const isPlain = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host);
  const url = `http://${host}`;
  return isPlain && URL.canParse(url) ? new URL(url).hostname : undefined;
}

function isIpAddress(name: string): boolean {
  return isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0;
}

const ADVICE =
  "If it is yours, add it to the setting ALLOWED_HOSTS and start Pult again; " +
  "if a web server is in front, let it pass on the header Host.";
const MESSAGES = {
  english: (name = "it was called by") => `Pult does not answer under the name ${name}.`,
  russian: (name = "из этого запроса") => `Пульт не отвечает под именем ${name}.`,
};

/** A browser shows the text in both languages, for the administrator. */
function respondUnknownHost(c: ProxyContext, header: string): Response {
  if (!/text\/html/.test(c.req.header("accept") ?? "")) throw unknownHost(header);
  const name = hostnameOf(header);
  const english = `${MESSAGES.english(name)} ${ADVICE}`;
  const russian =
    `${MESSAGES.russian(name)} ` +
    "Если это ваш адрес, добавьте его в настройку ALLOWED_HOSTS и запустите Пульт снова; " +
    "если перед Пультом стоит веб-сервер, пусть передаёт заголовок Host без изменений.";
  return c.text(`${english}\n\n${russian}\n`, 403);
}

import { sipUriConnection } from "#api/externalNumbers.ts";

const { host } = sipUriConnection.shape;

export type HostProblem = "scheme" | "list" | "login" | "ipv6" | "port" | "path" | "letters";

const SIGNS: readonly [HostProblem, RegExp][] = [
  ["scheme", /^[a-z][a-z\d+.-]*:\/\/|^(sips?|https?):/i],
  ["list", /[,;\s]/],
  ["login", /@/],
  ["ipv6", /^\[|:.*:/],
  ["port", /:\d*$/],
  ["path", /[/?#]/],
];

/** Whether a text is a server as the provider takes it: a name or an IPv4 address. */
export function isHost(text: string): boolean {
  return host.safeParse(text).success;
}

/** What to say of a server that the provider would not take; undefined where it would, or nothing is typed. */
export function hostProblem(typed: string): HostProblem | undefined {
  const text = typed.trim();
  if (text === "" || isHost(text)) return undefined;
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? "letters";
}

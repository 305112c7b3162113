import { Provider } from "oidc-provider";
import { onTestFinished, vi } from "vitest";
import { serve } from "#proxy/testing/upstream.ts";

export interface Person {
  name: string;
  groups: string[];
  /** Their login name there, if it is not their id. */
  login?: string;
}

export const CLIENT = { id: "pult", secret: "client-secret-of-pult-0123456789" };

/**
 * A real OpenID Connect provider on a free port, with one client, Pult at `publicUrl`. Those who sign in
 * at it are `people`, by login name.
 */
export async function startOidcProvider(publicUrl: () => string, people: Record<string, Person>) {
  let handle: ReturnType<Provider["callback"]> | undefined;
  const server = await serve((request, response) => void handle?.(request, response));
  onTestFinished(() => server.close());
  // It warns of what suits tests alone.
  for (const method of ["warn", "info"] as const) {
    vi.spyOn(console, method).mockImplementation(() => undefined);
  }
  onTestFinished(() => void vi.restoreAllMocks());
  const provider = new Provider(server.url, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${publicUrl()}/oidc/callback/office`],
      },
    ],
    scopes: ["openid", "profile", "email", "groups"],
    claims: {
      openid: ["sub"],
      email: ["email"],
      profile: ["name", "preferred_username"],
      groups: ["groups"],
    },
    conformIdTokenClaims: false,
    cookies: { keys: ["a key for tests"] },
    findAccount: (_, id) => {
      const person = people[id];
      return {
        accountId: id,
        claims: () => ({
          sub: id,
          email: `${id}@office.example`,
          preferred_username: person?.login ?? id,
          name: person?.name ?? id,
          groups: person?.groups ?? [],
        }),
      };
    },
  });
  handle = provider.callback();
  return { issuer: server.url };
}

/** A browser that follows redirects, keeps cookies for each origin, and fills in the provider's forms. */
export function createVisitor() {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const cookies = (url: string) => Array.from(jarOf(url), (pair) => pair.join("=")).join("; ");
  const keep = (url: string, response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jarOf(url).set(name, value);
    }
  };
  const open = async (url: string, init: RequestInit = {}): Promise<Response & { at: string }> => {
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: { ...(init.headers as Record<string, string>), cookie: cookies(url) },
    });
    keep(url, response);
    const location = response.headers.get("location");
    if (location === null) return Object.assign(response, { at: url });
    return open(new URL(location, url).href);
  };
  /** Signs in at the provider's page, and agrees to what it asks. */
  const signInAt = async (url: string, login: string): Promise<Response & { at: string }> => {
    const page = await open(url);
    const action = /<form[^>]*action="([^"]+)"/.exec(await page.clone().text())?.[1];
    if (action === undefined) return page;
    const target = new URL(action, page.at).href;
    const prompt = (await page.clone().text()).includes('value="login"') ? "login" : "consent";
    const body = new URLSearchParams({ prompt, login, password: "any" });
    const next = await open(target, { method: "POST", body });
    const text = await next.clone().text();
    return text.includes("<form") ? signInAt(next.at, login) : next;
  };
  return { open, signInAt, cookies, keep };
}

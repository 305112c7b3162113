import { useQuery } from "@tanstack/react-query";

export interface Session {
  /** Whether the proxy talks to the made-up office or to the provider. */
  mode: "sandbox" | "provider";
}

/** What the proxy says of itself; not part of the provider's API. Undefined until it answered. */
export function useSession(): Session | undefined {
  return useQuery({
    queryKey: ["session"],
    queryFn: async ({ signal }): Promise<Session> => {
      const response = await fetch("/api/session", { signal });
      const body: unknown = await response.json();
      const sandbox =
        typeof body === "object" && body !== null && "mode" in body && body.mode === "sandbox";
      return { mode: sandbox ? "sandbox" : "provider" };
    },
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

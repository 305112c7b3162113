import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { listExternalNumbers } from "#api/externalNumbers.ts";
import { json, stubFetch, text } from "#api/samples/stubFetch.ts";
import { createSipAccount } from "#api/sipChanges.ts";
import { createQueryClient } from "#app/queryClient.ts";
import { operationKey } from "./query.ts";
import { UnclearOutcomeError, useApiMutation } from "./useApiMutation.ts";

const BODY = { name: "Анна", number: 202, sip_timeout: 30, sequence_rule: "single" } as const;
const DONE = { success: true };
const lost = () => Promise.reject(new TypeError("Failed to fetch"));

type Options = Parameters<
  typeof useApiMutation<typeof createSipAccount, readonly number[], number>
>;

function renderMutation(options: Partial<Options[1]> = {}) {
  const client = createQueryClient();
  const hook = renderHook(
    () => useApiMutation(createSipAccount, { invalidates: () => [], ...options }),
    {
      wrapper: ({ children }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    },
  );
  const mutate = async () => await act(() => hook.result.current.mutateAsync({ body: BODY }));
  return { ...hook, client, mutate };
}

describe("a write", () => {
  it("is sent once, however often it is called while it runs", async () => {
    const sent = stubFetch(() => json(DONE));
    const { result } = renderMutation();
    const [first, second] = await act(() =>
      Promise.all([
        result.current.mutateAsync({ body: BODY }),
        result.current.mutateAsync({ body: BODY }),
      ]),
    );
    expect(sent).toHaveLength(1);
    expect(first).toBe(second);
    await act(() => result.current.mutateAsync({ body: BODY }));
    expect(sent).toHaveLength(2);
  });

  it("is not repeated when it fails", async () => {
    const sent = stubFetch(() => json({}, { status: 503 }));
    await expect(renderMutation().mutate()).rejects.toMatchObject({ kind: "provider" });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ["done", () => json(DONE)],
    ["failed", lost],
  ])("that is %s leaves nothing in the cache, and makes data stale", async (_, respond) => {
    stubFetch(respond);
    const { client, mutate } = renderMutation({ invalidates: () => [listExternalNumbers, ["b"]] });
    const keys = [operationKey(listExternalNumbers, { of: 1 }), ["b", 1], ["c"]];
    for (const key of keys) client.setQueryData(key, 1);
    await mutate().catch(() => undefined);
    const stale = keys.map((key) => client.getQueryState(key)?.isInvalidated);
    expect(stale).toEqual([true, true, false]);
    await waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]));
  });

  it("whose form was unmounted leaves nothing in the cache either", async () => {
    let answer: ((response: Response) => void) | undefined;
    stubFetch(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const { client, result, unmount } = renderMutation();
    let written: Promise<unknown> | undefined;
    act(() => {
      written = result.current.mutateAsync({ body: BODY });
    });
    await waitFor(() => expect(client.isMutating()).toBe(1));
    unmount();
    answer?.(json(DONE));
    await written;
    await waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]));
  });
});

describe("a write whose response was lost", () => {
  it("succeeds if a fresh read shows that it was done", async () => {
    stubFetch(lost);
    const { mutate } = renderMutation({ confirm: () => Promise.resolve(true) });
    expect(await mutate()).toMatchObject({ answered: false });
  });

  it("fails if a fresh read shows that it was not done", async () => {
    stubFetch(lost);
    const { mutate } = renderMutation({ confirm: () => Promise.resolve(false) });
    await expect(mutate()).rejects.toMatchObject({ kind: "offline" });
  });

  it("has an unknown outcome if the fresh read fails too", async () => {
    stubFetch(lost);
    const { mutate } = renderMutation({ confirm: () => Promise.reject(new Error("no")) });
    const error: unknown = await mutate().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnclearOutcomeError);
    expect(error).toMatchObject({ cause: { kind: "offline" } });
  });

  it("is not looked up where the server rejected it", async () => {
    stubFetch(() => json({ message: "no" }, { status: 403 }));
    const confirm = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true));
    await expect(renderMutation({ confirm }).mutate()).rejects.toMatchObject({ kind: "refused" });
    expect(confirm).not.toHaveBeenCalled();
  });
});

describe("what was created", () => {
  const list = vi.fn<() => Promise<number[]>>(() => Promise.resolve([1, 2, 3]));
  const find: Options[1]["find"] = {
    query: () => ({ queryKey: ["list"], queryFn: list }),
    pick: (now, _, before = []) => now.find((each) => !before.includes(each)),
  };
  afterEach(() => {
    list.mockClear();
  });

  it("is identified by the response, and nothing is read", async () => {
    stubFetch(() => text("", { status: 201, headers: { Location: "/api/v1/sip/25" } }));
    const { mutate } = renderMutation({ find });
    expect(await mutate()).toEqual({ answered: true, createdId: 25, found: undefined });
    expect(list).not.toHaveBeenCalled();
  });

  it("is found in a fresh list where the response does not identify it", async () => {
    stubFetch(() => json(DONE));
    const { client, mutate } = renderMutation({ find });
    client.setQueryData(["list"], [1, 2]);
    expect(await mutate()).toEqual({ answered: true, createdId: undefined, found: 3 });
  });

  it("is unknown where the list can't be read, and the write succeeds nevertheless", async () => {
    stubFetch(() => json(DONE));
    list.mockRejectedValueOnce(new Error("no"));
    const { mutate } = renderMutation({ find });
    expect(await mutate()).toEqual({ answered: true, createdId: undefined, found: undefined });
  });
});

import { notifyManager, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { act } from "@testing-library/react";

/** Asks again, and waits until the page was told, which is a moment after the answer. */
export const refetchAndRender = (client: QueryClient, queryKey: QueryKey): Promise<void> =>
  act(async () => {
    await client.refetchQueries({ queryKey });
    await new Promise<void>((told) => {
      notifyManager.schedule(told);
    });
  });

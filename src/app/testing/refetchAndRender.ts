import { notifyManager, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { act } from "@testing-library/react";

/** Refetches, and waits until the page is notified, which is a moment after the response. */
export const refetchAndRender = (client: QueryClient, queryKey: QueryKey): Promise<void> =>
  act(async () => {
    await client.refetchQueries({ queryKey });
    await new Promise<void>((resolve) => {
      notifyManager.schedule(resolve);
    });
  });

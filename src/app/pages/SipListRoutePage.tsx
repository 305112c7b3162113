import { type ComponentProps, lazy, Suspense } from "react";
import type { RowSince } from "#features/status/watch/RowSince.tsx";
import { SipListPage } from "#features/sip/list/SipListPage.tsx";
import { loadTexts } from "#i18n/texts.ts";

/** Milliseconds: the rows are there before the code of what stands beside them. */
const AFTER_ROWS_MS = 500;

/** Nothing where its code can't be loaded: the list does without. */
const Part = lazy(async (): Promise<{ default: typeof RowSince }> => {
  await new Promise((done) => setTimeout(done, AFTER_ROWS_MS));
  try {
    const [{ RowSince: part }] = await Promise.all([
      import("#features/status/watch/RowSince.tsx"),
      loadTexts("features/status/watch"),
    ]);
    return { default: part };
  } catch {
    return { default: () => null };
  }
});

/** Since when a row has its state. */
const Since = (row: ComponentProps<typeof RowSince>) => (
  <Suspense>
    <Part {...row} />
  </Suspense>
);

/** The accounts with since when the watch saw them offline. */
export const SipListRoutePage = () => <SipListPage Since={Since} />;

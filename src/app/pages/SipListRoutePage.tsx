import { type ComponentProps, useEffect, useState } from "react";
import type { RowSince } from "#features/status/watch/RowSince.tsx";
import { SipListPage } from "#features/sip/list/SipListPage.tsx";
import { loadTexts } from "#i18n/texts.ts";

/** Milliseconds: the rows are there before the code of what stands beside them. */
const AFTER_ROWS_MS = 500;

let loaded: typeof RowSince | undefined;

async function load(): Promise<void> {
  const [part] = await Promise.all([
    import("#features/status/watch/RowSince.tsx"),
    loadTexts("features/status/watch"),
  ]);
  loaded = part.RowSince;
}

/** Since when a row has its state; nothing where its code can't be loaded: the list does without. */
function Since(row: ComponentProps<typeof RowSince>) {
  const [Part, setPart] = useState(() => loaded);
  useEffect(() => {
    if (Part !== undefined) return undefined;
    let unmounted = false;
    const show = () => {
      if (!unmounted) setPart(() => loaded);
    };
    const timer = setTimeout(() => void load().then(show, () => undefined), AFTER_ROWS_MS);
    return () => {
      unmounted = true;
      clearTimeout(timer);
    };
  }, [Part]);
  return Part === undefined ? null : <Part {...row} />;
}

/** The accounts with since when the watch saw them offline. */
export function SipListRoutePage() {
  return <SipListPage Since={Since} />;
}

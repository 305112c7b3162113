import type { ComponentProps } from "react";
import { lazyPart } from "#ui/lazyPart.tsx";
import { oddMessages } from "./messages.ts";
import type { OddRows } from "./OddRows.tsx";

type Props = ComponentProps<typeof OddRows>;

const LazyOddRows = lazyPart<Props>(
  async () => {
    const [part] = await Promise.all([import("./OddRows.tsx"), oddMessages.load()]);
    return part.OddRows;
  },
  () => undefined,
);

/** Tells of the rows of a list that can't be read, where there are any. */
export function OddNotice({ rows, operation }: Partial<Props> & Pick<Props, "operation">) {
  if (rows === undefined || rows.length === 0) return null;
  return <LazyOddRows rows={rows} operation={operation} />;
}

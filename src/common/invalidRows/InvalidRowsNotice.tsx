import type { ComponentProps } from "react";
import { lazyPart } from "#ui/lazyPart.tsx";
import { loadTexts } from "#i18n/texts.ts";
import type { InvalidRows } from "./InvalidRows.tsx";

type Props = ComponentProps<typeof InvalidRows>;

const LazyInvalidRows = lazyPart<Props>(
  async () => {
    const [part] = await Promise.all([
      import("./InvalidRows.tsx"),
      loadTexts("common/invalidRows"),
    ]);
    return part.InvalidRows;
  },
  () => undefined,
);

/** A notice about the rows of a list that can't be read, if there are any. */
export function InvalidRowsNotice({ rows, operation }: Partial<Props> & Pick<Props, "operation">) {
  if (rows === undefined || rows.length === 0) return null;
  return <LazyInvalidRows rows={rows} operation={operation} />;
}

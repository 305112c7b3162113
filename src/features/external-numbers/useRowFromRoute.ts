import { useState } from "react";
import { useOutletContext, useParams } from "react-router";
import { type ConnectionType, connectionType } from "#api/externalNumbers.ts";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import type { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { parseId } from "#paths";

/** What must be known of a number to do anything to it. */
export interface AddressedRow {
  row: ExternalRow;
  kind: ConnectionType;
  id: number;
}

/** Why an address has no row: it names no kind or id that there can be, or the list has none such. */
export type MissingReason = "kind" | "id" | "gone";

/** The row that `/external-numbers/:type/:id` names, of the page's list. `key` tells addresses apart. */
export function useRowFromRoute() {
  const { type = "", id: part = "" } = useParams();
  const { rows, list } = useOutletContext<ReturnType<typeof useExternalRows>>();
  const kind = connectionType.safeParse(type).data;
  const id = parseId(part);
  const why: MissingReason = kind === undefined ? "kind" : id === undefined ? "id" : "gone";
  const row = rows.find((each) => each.kind === kind && each.connectionId === id);
  const found: AddressedRow | undefined =
    row === undefined || kind === undefined || id === undefined ? undefined : { row, kind, id };
  return { key: `${type} ${part}`, found, why, list };
}

/** What was there first: a list that is read again must not change a form under one's hands. */
export function useInitialValue<T>(value: T | undefined): T | undefined {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) setFirst(value);
  return first ?? value;
}

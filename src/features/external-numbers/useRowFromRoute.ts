import { useState } from "react";
import { useOutletContext, useParams } from "react-router";
import { type ConnectionType, connectionType } from "#api/externalNumbers.ts";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import type { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { parseId } from "#paths";

/** A row with all that its actions need. */
export interface AddressedRow {
  row: ExternalRow;
  kind: ConnectionType;
  id: number;
}

/** Why an address has no row: its kind or id is invalid, or the list lacks it. */
export type MissingReason = "kind" | "id" | "gone";

/** The row of `/external-numbers/:type/:id` in the page's list. `key` distinguishes addresses. */
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

/** Keeps the first one: refetching the list must not change a form while it is edited. */
export function useInitialValue<T>(value: T | undefined): T | undefined {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) setFirst(value);
  return first ?? value;
}

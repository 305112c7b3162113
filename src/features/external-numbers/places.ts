import type { Path } from "react-router";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import { paths } from "#paths";

/** In the list's address: the open row that has no address of its own. */
const ROW = "row";

/**
 * Where a row's details are. Without an id, or with a type that has no path, they have no address
 * of their own and open by a parameter of the list's.
 */
export function detailsPath(row: ExternalRow, search: string): Partial<Path> {
  const { kind, connectionId } = row;
  if (kind !== undefined && connectionId !== undefined) {
    return { pathname: paths.externalNumber(kind, connectionId), search };
  }
  const params = new URLSearchParams(search);
  params.set(ROW, row.id);
  return { pathname: paths.externalNumbers(), search: `?${params}` };
}

/** The row that the list's own address opens. */
export function openedRow(params: URLSearchParams): string | null {
  return params.get(ROW);
}

export function withoutOpened(search: string): string {
  const params = new URLSearchParams(search);
  params.delete(ROW);
  return params.size === 0 ? "" : `?${params}`;
}

/** Why nothing can be done with a number; undefined where it can. */
export function disabledReason({ kind, connectionId }: ExternalRow): "type" | "id" | undefined {
  if (kind === undefined) return "type";
  return connectionId === undefined ? "id" : undefined;
}

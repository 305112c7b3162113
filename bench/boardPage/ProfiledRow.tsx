import { memo, Profiler } from "react";
import { DataRow as RealRow } from "#ui/table/DataRow.tsx";
import { profile } from "./profile.ts";

/** Replaces the table's real row and counts its renders. */
export const DataRow = memo(function ProfiledRow(props: Parameters<typeof RealRow>[0]) {
  const { id } = props.row;
  return (
    <Profiler id={`row ${id}`} onRender={() => profile.rows.push(Number(id))}>
      <RealRow {...props} />
    </Profiler>
  );
});

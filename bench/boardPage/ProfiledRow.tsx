import { memo, Profiler } from "react";
import { DataRow as RealRow } from "#ui/table/DataRow.tsx";
import { counted } from "./counted.ts";

/** Stands in the table for the real row and counts when that renders. */
export const DataRow = memo(function ProfiledRow(props: Parameters<typeof RealRow>[0]) {
  const { id } = props.row;
  return (
    <Profiler id={`row ${id}`} onRender={() => counted.rows.push(Number(id))}>
      <RealRow {...props} />
    </Profiler>
  );
});

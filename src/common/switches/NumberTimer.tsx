import { useQuery } from "@tanstack/react-query";
import { switchesQuery } from "#domain/switches/queries.ts";
import { SwitchLine } from "./SwitchLine.tsx";

interface Props {
  /** Of the external number: its kind of connection, and its id. */
  type: string;
  id: number;
}

/** Until when the forwarding of an external number holds. */
export function NumberTimer({ type, id }: Props) {
  const { data } = useQuery(switchesQuery());
  return (data ?? [])
    .filter(
      ({ subject }) =>
        subject.kind === "forwarding" &&
        subject.set.number_type === type &&
        subject.set.number_id === id,
    )
    .map((item) => <SwitchLine key={item.id} item={item} />);
}

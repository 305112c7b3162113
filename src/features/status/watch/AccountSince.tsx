import { useObservation } from "./observations.ts";
import { Since } from "./Since.tsx";

/** Since when an account is offline, nothing otherwise. */
export function AccountSince({ id }: { id: number }) {
  const observation = useObservation(id);
  if (observation?.state !== "offline") return null;
  return (
    <>
      <Since observation={observation} long />.
    </>
  );
}

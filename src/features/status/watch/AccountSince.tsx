import { useWatch } from "./observer.ts";
import { Since } from "./Since.tsx";

/** Since when an account is offline, as far as this browser saw; nothing where it is not. */
export function AccountSince({ id }: { id: number }) {
  const observation = useWatch().sightings.get(id);
  if (observation?.state !== "offline") return null;
  return (
    <>
      <Since observation={observation} long />.
    </>
  );
}

import { useWatch } from "./observer.ts";
import { Since } from "./Since.tsx";

/** Since when an account is offline, as observed by this browser; nothing otherwise. */
export function AccountSince({ id }: { id: number }) {
  const observation = useWatch().sightings.get(id);
  if (observation?.state !== "offline") return null;
  return (
    <>
      <Since observation={observation} long />.
    </>
  );
}

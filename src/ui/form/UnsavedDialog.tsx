import { useEffect } from "react";
import { useBlocker } from "react-router";
import { lazyPart } from "../lazyPart.tsx";

const question = async () => (await import("./UnsavedQuestion.tsx")).UnsavedQuestion;
/** Without its code the person stays where nothing is lost. */
const UnsavedQuestion = lazyPart(question, ({ onStay }) => onStay());

interface Props {
  dirty: boolean;
  /** Set once the form was saved: the way out is then free, before React has rendered again. */
  saved: React.RefObject<boolean>;
  /** Whether an address is part of what is changed, so that going there leaves nothing. */
  within?: (pathname: string) => boolean;
  /** What would be lost, where it is not a form. */
  text?: string;
}

/** Asks before a changed form is left, by a link, by Back or by closing the tab. */
export function UnsavedDialog({ dirty, saved, within, text }: Props) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty &&
      !saved.current &&
      currentLocation.pathname !== nextLocation.pathname &&
      within?.(nextLocation.pathname) !== true,
  );
  useEffect(() => {
    if (!dirty) return undefined;
    // Here before it is needed: without a network nobody shall be held on the page.
    void question().catch(() => undefined);
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", onUnload);
    return () => removeEventListener("beforeunload", onUnload);
  }, [dirty]);
  if (blocker.state !== "blocked") return null;
  return (
    <UnsavedQuestion text={text} onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />
  );
}

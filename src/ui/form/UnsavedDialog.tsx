import { useEffect } from "react";
import { type Location, useBlocker } from "react-router";
import { lazyPart } from "../lazyPart.tsx";
import { isReloading } from "../staleBuild.ts";
import { formMessages } from "./messages.ts";

const question = async () => {
  const [part] = await Promise.all([import("./UnsavedQuestion.tsx"), formMessages.load()]);
  return part.UnsavedQuestion;
};
/** Without its code the person stays where nothing is lost. */
const UnsavedQuestion = lazyPart(question, ({ onStay }) => onStay());

interface Props {
  dirty: boolean;
  /** A write is under way: it is not known yet whether it is done. */
  saving: boolean;
  /** Set once the form was saved: the way out is then free, before React has rendered again. */
  saved?: React.RefObject<boolean>;
  /** Whether an address is part of what is changed, so that going there leaves nothing. */
  isHere: (location: Location) => boolean;
  /** What would be lost, where it is not a form. */
  text?: string;
  /** It is left all the same, for that address. */
  onLeave: (to: Location) => void;
}

/** Asks before what was changed or is being saved is left, by a link, by Back or by closing the tab. */
export function UnsavedDialog({ dirty, saving, saved, isHere, text, onLeave }: Props) {
  const guarded = dirty || saving;
  const blocker = useBlocker(
    ({ nextLocation }) => guarded && saved?.current !== true && !isHere(nextLocation),
  );
  useEffect(() => {
    if (!guarded) return undefined;
    // Here before it is needed: without a network nobody shall be held on the page.
    void question().catch(() => undefined);
    const onUnload = (event: BeforeUnloadEvent) => {
      // What was typed is kept then.
      if (!isReloading()) event.preventDefault();
    };
    addEventListener("beforeunload", onUnload);
    return () => removeEventListener("beforeunload", onUnload);
  }, [guarded]);
  useEffect(() => {
    // Saved while it was being asked about: nothing is left to ask.
    if (blocker.state === "blocked" && !guarded) blocker.proceed();
  }, [blocker, guarded]);
  if (blocker.state !== "blocked") return null;
  return (
    <UnsavedQuestion
      text={text}
      saving={saving}
      onStay={() => blocker.reset()}
      onLeave={() => {
        onLeave(blocker.location);
        blocker.proceed();
      }}
    />
  );
}

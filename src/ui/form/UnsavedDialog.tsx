import { useEffect } from "react";
import { type Location, useBlocker } from "react-router";
import { loadTexts } from "#i18n/texts.ts";
import { lazyPart } from "../lazyPart.tsx";
import { isReloading } from "../staleBuild.ts";

const loadQuestion = async () => {
  const [part] = await Promise.all([import("./UnsavedQuestion.tsx"), loadTexts("ui/form")]);
  return part.UnsavedQuestion;
};
/** If its code fails to load, the user stays on the page, where nothing is lost. */
const UnsavedQuestion = lazyPart(loadQuestion, ({ onStay }) => onStay());

interface Props {
  dirty: boolean;
  /** A write is running: its outcome is not known yet. */
  saving: boolean;
  /** Set once the form was saved: allows leaving before React has rendered again. */
  saved?: React.RefObject<boolean>;
  /** Whether a location belongs to the form itself, so that going there is not leaving. */
  isHere: (location: Location) => boolean;
  /** What would be lost, where it is not a form. */
  text?: string;
  /** The user leaves anyway, for that location. */
  onLeave: (to: Location) => void;
}

/**
 * Asks before unsaved changes or a running save are left, by a link, by Back or by closing the tab.
 */
export function UnsavedDialog({ dirty, saving, saved, isHere, text, onLeave }: Props) {
  const guarded = dirty || saving;
  const blocker = useBlocker(
    ({ nextLocation }) => guarded && saved?.current !== true && !isHere(nextLocation),
  );
  useEffect(() => {
    if (!guarded) return undefined;
    // Loaded in advance: offline, a missing dialog would trap the user on the page.
    void loadQuestion().catch(() => undefined);
    const onUnload = (event: BeforeUnloadEvent) => {
      // A reload keeps the draft.
      if (!isReloading()) event.preventDefault();
    };
    addEventListener("beforeunload", onUnload);
    return () => removeEventListener("beforeunload", onUnload);
  }, [guarded]);
  useEffect(() => {
    // The save finished while the dialog was open.
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

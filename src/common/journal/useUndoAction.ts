import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { loadTexts } from "#i18n/texts.ts";
import type { ToastAction } from "#ui/toasts.ts";

/** Milliseconds that a confirmation waits for its "Undo": without it, it comes alone. */
const PATIENCE_MS = 2_000;

/**
 * Finds the "Undo" of a toast by the journal's entry of a write. Undefined where the change can't be
 * taken back, or where the journal can't be read: the confirmation itself does not depend on it.
 */
export function useUndoAction(): (entry: number | undefined) => Promise<ToastAction | undefined> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const find = async (entry: number) => {
    const [{ findUndo }] = await Promise.all([
      import("./undoFromToast.ts"),
      loadTexts("common/journal"),
    ]);
    return findUndo(client, entry, (path) => void navigate(path));
  };
  return async (entry) => {
    if (entry === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    });
    const found = find(entry).catch(() => undefined);
    return Promise.race([found, giveUp]).finally(() => clearTimeout(timer));
  };
}

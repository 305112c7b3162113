import type { ComponentProps } from "react";
import type { DeleteDialog as Deletion } from "#common/DeleteDialog.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import type { PauseDialog as Pausing } from "./PauseDialog.tsx";

// Loaded when they are asked for: most visits only read.
export const DeleteDialog = lazyPart<ComponentProps<typeof Deletion>>(
  async () => (await import("#common/DeleteDialog.tsx")).DeleteDialog,
  ({ onClose }) => onClose(),
);
export const PauseDialog = lazyPart<ComponentProps<typeof Pausing>>(
  async () => (await import("./PauseDialog.tsx")).PauseDialog,
  ({ onClose }) => onClose(),
);

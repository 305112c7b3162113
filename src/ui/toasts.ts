import { useSyncExternalStore } from "react";
import { createStore } from "#lib/createStore.ts";

/** The action of a toast, usually undo. */
export interface ToastAction {
  label: string;
  run: () => void;
}

export interface Toast {
  id: number;
  tone: "success" | "error";
  text: string;
  action: ToastAction | undefined;
}

/** How long a toast stays; an error stays until it is closed. */
const STAY_MS = 6000;
/** How long a toast with an action stays. */
const STAY_TO_ACT_MS = 10_000;

const toasts = createStore<readonly Toast[]>([]);
let nextId = 1;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Shows the outcome of an action whose own place on the page is gone. Returns the toast's id. */
export function toast(tone: Toast["tone"], text: string, action?: ToastAction): number {
  const id = nextId++;
  for (const { id: oldest } of toasts.get().slice(0, -2)) pauseToast(oldest);
  toasts.set([...toasts.get().slice(-2), { id, tone, text, action }]);
  resumeToast(id);
  return id;
}

export function dismissToast(id: number): void {
  pauseToast(id);
  toasts.set(toasts.get().filter((item) => item.id !== id));
}

/** Stops a toast's timer while the user points at it or focuses it. */
export function pauseToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Starts or restarts a toast's timer. */
export function resumeToast(id: number): void {
  pauseToast(id);
  const found = toasts.get().find((item) => item.id === id);
  if (found?.tone !== "success") return;
  const stay = found.action === undefined ? STAY_MS : STAY_TO_ACT_MS;
  timers.set(
    id,
    setTimeout(() => dismissToast(id), stay),
  );
}

/** Restarts the timers of all toasts, also of paused ones. */
export function resumeToasts(): void {
  for (const { id } of toasts.get()) resumeToast(id);
}

/** Restarts the timers of all toasts that are not paused. */
export function restartToasts(): void {
  for (const id of Array.from(timers.keys())) resumeToast(id);
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(toasts.subscribe, toasts.get);
}

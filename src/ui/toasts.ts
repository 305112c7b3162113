import { useSyncExternalStore } from "react";

/** What can be done about a toast, usually taking back what it tells. */
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

/** How long a toast stays, in milliseconds; a problem stays until it is closed. */
const STAY_MS = 6000;
/** The same where there is something to press. */
const STAY_TO_ACT_MS = 10_000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const timers = new Map<number, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says the outcome of an action whose own place on the page is gone. Gives the toast's id. */
export function toast(tone: Toast["tone"], text: string, action?: ToastAction): number {
  const id = nextId++;
  for (const { id: oldest } of toasts.slice(0, -2)) holdToast(oldest);
  set([...toasts.slice(-2), { id, tone, text, action }]);
  releaseToast(id);
  return id;
}

export function dismissToast(id: number): void {
  holdToast(id);
  set(toasts.filter((item) => item.id !== id));
}

/** Lets a toast stay: somebody is reading it or about to press its button. */
export function holdToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Starts, or restarts, the time that a toast stays. */
export function releaseToast(id: number): void {
  holdToast(id);
  const found = toasts.find((item) => item.id === id);
  if (found?.tone !== "success") return;
  const stay = found.action === undefined ? STAY_MS : STAY_TO_ACT_MS;
  timers.set(
    id,
    setTimeout(() => dismissToast(id), stay),
  );
}

/** Restarts the time of every toast, whoever held it: what did so is not there any more. */
export function releaseToasts(): void {
  for (const { id } of toasts) releaseToast(id);
}

/** Restarts the time of every toast that nobody holds. */
export function extendToasts(): void {
  for (const id of Array.from(timers.keys())) releaseToast(id);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

import { useSyncExternalStore } from "react";

export interface Toast {
  id: number;
  tone: "done" | "problem";
  text: string;
}

/** How long a toast stays, in milliseconds; a problem stays until it is closed. */
const STAY_MS = 6000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says the outcome of an action whose own place on the page is gone. */
export function toast(tone: Toast["tone"], text: string): void {
  const id = nextId++;
  set([...toasts.slice(-2), { id, tone, text }]);
  if (tone === "done") setTimeout(() => dismissToast(id), STAY_MS);
}

export function dismissToast(id: number): void {
  set(toasts.filter((item) => item.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

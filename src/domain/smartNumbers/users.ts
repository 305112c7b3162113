import * as z from "zod/mini";
import { writeStored, readStored } from "#i18n/storage.ts";

/** A user whose smart numbers were shown in this browser. */
export interface SeenUser {
  id: number;
  /** How many smart numbers the user had then. */
  numbers: number;
}

const STORED = "pult.smartUsers";
const MOST = 20;
const stored = z.array(z.tuple([z.int().check(z.positive()), z.int().check(z.gte(0))]));

const listeners = new Set<() => void>();
let read: { text: string | null; users: readonly SeenUser[] } | undefined;

/** The users seen in this browser, the last one first. No phone number is stored. */
export function seenUsers(): readonly SeenUser[] {
  const text = readStored(STORED);
  if (read === undefined || read.text !== text) read = { text, users: parse(text) };
  return read.users;
}

/** Calls the listener when the list changes; returns a function that unsubscribes. */
export function subscribeToSeenUsers(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Moves a user to the front. */
export function storeUser(user: SeenUser): void {
  const others = seenUsers().filter(({ id }) => id !== user.id);
  writeUsers([user, ...others].slice(0, MOST));
}

/** Removes a user that the provider no longer knows. */
export function removeUser(user: number): void {
  writeUsers(seenUsers().filter(({ id }) => id !== user));
}

function writeUsers(users: readonly SeenUser[]): void {
  writeStored(STORED, JSON.stringify(users.map(({ id, numbers }) => [id, numbers])));
  for (const listener of listeners) listener();
}

function parse(text: string | null): readonly SeenUser[] {
  const parsed = stored.safeParse(parseJson(text));
  return (parsed.data ?? []).map(([id, numbers]) => ({ id, numbers }));
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
}

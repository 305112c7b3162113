import { createFaultSwitch, type FaultSwitch } from "./faults.ts";
import { createOffice, DEFAULT_OFFICE, type Office, type OfficeOptions } from "./office.ts";
import { createRequestLog, type RequestLog } from "./requestLog.ts";

const MAX_OFFICES = 64;

/** One office with what the sandbox keeps about it. */
export interface Room {
  name: string;
  office: Office;
  faults: FaultSwitch;
  log: RequestLog;
  /** Aborts when the office is reset or forgotten: whatever still waits in it ends. */
  ended: AbortSignal;
}

export interface World {
  now(): number;
  /** The room of an office (`default` unless named), made up when first asked for. */
  room(name: string | null): Room;
  /** Starts an office anew: state, faults and request log. */
  reset(name: string | null, options?: Partial<OfficeOptions>): Room;
}

export interface WorldOptions extends Partial<OfficeOptions> {
  /** The clock of all offices, in milliseconds. */
  now?: () => number;
}

/** Holds the offices, at most 64 of them: the one that was used least recently goes. */
export function createWorld(options: WorldOptions = {}): World {
  const { now = Date.now, ...own } = options;
  const defaults = { ...DEFAULT_OFFICE, ...own };
  const rooms = new Map<string, Room & { controller: AbortController }>();

  const forget = (name: string) => {
    rooms.get(name)?.controller.abort();
    rooms.delete(name);
  };
  const open = (name: string, wanted: OfficeOptions) => {
    forget(name);
    const controller = new AbortController();
    const room = {
      name,
      office: createOffice(wanted, now),
      faults: createFaultSwitch(),
      log: createRequestLog(),
      ended: controller.signal,
      controller,
    };
    rooms.set(name, room);
    const oldest = rooms.keys().next().value;
    if (rooms.size > MAX_OFFICES && oldest !== undefined) forget(oldest);
    return room;
  };

  return {
    now,
    room: (given) => {
      const name = nameOf(given);
      const room = rooms.get(name);
      if (room === undefined) return open(name, defaults);
      // Moves it to the end: the map's order is the order of use.
      rooms.delete(name);
      rooms.set(name, room);
      return room;
    },
    reset: (given, wanted = {}) => open(nameOf(given), { ...defaults, ...wanted }),
  };
}

function nameOf(given: string | null): string {
  return given === null || given === "" ? "default" : given;
}

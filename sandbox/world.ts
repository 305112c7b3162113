import { createFaultSwitch, type FaultSwitch } from "./faults.ts";
import { createOffice, DEFAULT_OFFICE, type Office, type OfficeOptions } from "./office.ts";
import { createRequestLog, type RequestLog } from "./requestLog.ts";

const MAX_OFFICES = 64;

/** One office with what the sandbox keeps about it. */
export interface Tenant {
  name: string;
  office: Office;
  faults: FaultSwitch;
  log: RequestLog;
  /** Aborts when the office is reset or forgotten: whatever still waits in it ends. */
  ended: AbortSignal;
}

export interface World {
  now(): number;
  /** An office's tenant (`default` unless named), made up when first asked for. */
  tenant(name: string | null): Tenant;
  /** Resets an office: state, faults and request log. */
  reset(name: string | null, options?: Partial<OfficeOptions>): Tenant;
}

export interface WorldOptions extends Partial<OfficeOptions> {
  /** The clock of all offices, in milliseconds. */
  now?: () => number;
}

/** Holds the offices, at most 64 of them: the one that was used least recently goes. */
export function createWorld(options: WorldOptions = {}): World {
  const { now = Date.now, ...own } = options;
  const defaults = { ...DEFAULT_OFFICE, ...own };
  const tenants = new Map<string, Tenant & { controller: AbortController }>();

  const forget = (name: string) => {
    tenants.get(name)?.controller.abort();
    tenants.delete(name);
  };
  const open = (name: string, wanted: OfficeOptions) => {
    forget(name);
    const controller = new AbortController();
    const tenant = {
      name,
      office: createOffice(wanted, now),
      faults: createFaultSwitch(),
      log: createRequestLog(),
      ended: controller.signal,
      controller,
    };
    tenants.set(name, tenant);
    const oldest = tenants.keys().next().value;
    if (tenants.size > MAX_OFFICES && oldest !== undefined) forget(oldest);
    return tenant;
  };

  return {
    now,
    tenant: (given) => {
      const name = nameOf(given);
      const tenant = tenants.get(name);
      if (tenant === undefined) return open(name, defaults);
      // Moves it to the end: the map's order is the order of use.
      tenants.delete(name);
      tenants.set(name, tenant);
      return tenant;
    },
    reset: (given, wanted = {}) => open(nameOf(given), { ...defaults, ...wanted }),
  };
}

function nameOf(given: string | null): string {
  return given === null || given === "" ? "default" : given;
}

import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";

/** Brings what was committed to the disk, while the caller goes on. */
export interface WalSync {
  /**
   * Brings what the caller goes on to commit without waiting to the disk. Throws if that has failed
   * since the last call: what was committed meanwhile may not be there.
   */
  request: () => void;
  /** Waits for what is under way. */
  close: () => Promise<void>;
}

/**
 * Synchronizes the write-ahead log of an open SQLite file that has `synchronous=NORMAL`: a commit
 * survives the end of the process at once, and that of the machine from about a millisecond later.
 * Throws the errors of Node's file system.
 */
export function openWalSync(
  file: string,
  sync: (fd: number) => Promise<void> = promisify(fdatasync),
): WalSync {
  const wal = openSync(`${file}-wal`, "r+");
  let underWay: Promise<void> | undefined;
  let isRequested = false;
  let failure: unknown;

  const run = async () => {
    // By then the statement that was asked for has run.
    await Promise.resolve();
    try {
      while (isRequested) {
        isRequested = false;
        // oxlint-disable-next-line no-await-in-loop -- one brings all commits since the last to the disk
        await sync(wal);
      }
    } catch (error) {
      failure = error;
    }
    underWay = undefined;
  };

  return {
    request: () => {
      if (failure !== undefined) {
        const error = failure;
        failure = undefined;
        throw error;
      }
      isRequested = true;
      underWay ??= run();
    },
    close: async () => {
      await underWay;
      closeSync(wal);
    },
  };
}

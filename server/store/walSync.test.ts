import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { openWalSync } from "./walSync.ts";

/** A log whose synchronizations end when the test says so. */
function openTestWal() {
  const dir = mkdtempSync(join(tmpdir(), "pult-wal-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = join(dir, "pult.db");
  writeFileSync(`${file}-wal`, "");
  const syncs: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const sync = () =>
    new Promise<void>((resolve, reject) => {
      syncs.push({ resolve, reject });
    });
  const wal = openWalSync(file, sync);
  return { wal, syncs };
}

it("synchronizes once for all commits of the time in which it was busy", async () => {
  const { wal, syncs } = openTestWal();
  wal.request();
  await vi.waitFor(() => expect(syncs).toHaveLength(1));
  wal.request();
  wal.request();
  syncs[0]?.resolve();
  await vi.waitFor(() => expect(syncs).toHaveLength(2));
  const closed = wal.close();
  syncs[1]?.resolve();
  await closed;
  expect(syncs).toHaveLength(2);
});

it("fails the next write once, after the disk has failed", async () => {
  const { wal, syncs } = openTestWal();
  wal.request();
  await vi.waitFor(() => expect(syncs).toHaveLength(1));
  syncs[0]?.reject(Object.assign(new Error("i/o error"), { code: "EIO" }));
  await vi.waitFor(() => expect(wal.request).toThrow("i/o error"));
  wal.request();
  await vi.waitFor(() => expect(syncs.length).toBeGreaterThan(1));
  syncs.at(-1)?.resolve();
  await wal.close();
});

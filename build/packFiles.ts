import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getMimeType } from "hono/utils/mime";
import type { Plugin } from "vite";
import { ENCODINGS, isWorthPacking, pack, TWIN } from "#server/encoding.ts";

/** Puts packed twins beside the built files, so that the server packs nothing but its page. */
export function packFiles(): Plugin {
  let dir = "";
  return {
    name: "pult:pack",
    apply: "build",
    configResolved({ root, build }) {
      dir = join(root, build.outDir);
    },
    closeBundle: {
      order: "post",
      async handler(failure?: Error) {
        if (failure !== undefined) return;
        const entries = await readdir(dir, { recursive: true, withFileTypes: true });
        const paths = entries
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name));
        await Promise.all(paths.map(packFile));
      },
    },
  };
}

async function packFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  // The page changes with each answer; the build's manifest is not served.
  if (
    /\.html$|[\\/]\.vite[\\/]/.test(path) ||
    !isWorthPacking(getMimeType(path) ?? "", bytes.length)
  )
    return;
  for (const encoding of ENCODINGS) {
    await writeFile(path + TWIN[encoding], await pack(bytes, encoding, true));
  }
}

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { Plugin } from "vite";

/** Smaller files do not shrink. */
const MIN_BYTES = 1024;
const COMPRESSIBLE = /\.(css|html|js|json|svg|txt|webmanifest)$/;
/** The page differs for each response; the build's manifest is not served. */
const NOT_SERVED = /index\.html$|[\\/]\.vite[\\/]/;

/**
 * Writes compressed copies next to the built files, so that the server compresses only its page.
 */
export function precompressFiles(): Plugin {
  let dir = "";
  return {
    name: "pult:precompress",
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
          .map((entry) => join(entry.parentPath, entry.name))
          .filter((path) => COMPRESSIBLE.test(path) && !NOT_SERVED.test(path));
        await Promise.all(paths.map(compressFile));
      },
    },
  };
}

/** zlib's default is the smallest for brotli, but not for gzip. */
async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < MIN_BYTES) return;
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}

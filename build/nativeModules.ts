import { cpSync, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/** Packages with native code: of SQLite. */
export const NATIVE_MODULES = ["libsql"] as const;

interface PackageJson {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/**
 * Copies those packages and what they depend on into the bundle's own `node_modules`; of a
 * package that exists once a platform, the one that npm installed here.
 */
export function nativeModules(): Plugin {
  return {
    name: "pult:native-modules",
    writeBundle: ({ dir = "" }) => {
      for (const folder of packageFolders(NATIVE_MODULES, process.cwd())) {
        cpSync(folder, join(dir, folder.slice(process.cwd().length)), { recursive: true });
      }
    },
  };
}

/** The folders of packages and of all that they depend on, as npm laid them out. */
function packageFolders(names: readonly string[], from: string, found = new Set<string>()) {
  for (const name of names) {
    const folder = findPackage(name, from);
    if (folder === undefined || found.has(folder)) continue;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    ) as PackageJson;
    packageFolders(Object.keys({ ...dependencies, ...optionalDependencies }), folder, found);
  }
  return found;
}

/** As Node finds it: in the next `node_modules` upwards. */
function findPackage(name: string, from: string): string | undefined {
  const folder = join(from, "node_modules", name);
  if (existsSync(folder)) return folder;
  return dirname(from) === from ? undefined : findPackage(name, dirname(from));
}

const MIN_VERSION = [20, 19];

/** Exits with a message if the path has characters that Vite reads as a URL's query or hash. */
export function requirePlainFolder(folder) {
  if (!/[#?]/.test(folder)) return;
  console.error(
    `Pult can't be built in a folder with # or ? in its name: ${folder}\n` +
      "Rename or move the folder and run the command again.",
  );
  process.exit(1);
}

/** Exits with a message on a Node older than 20.19. Must itself run on old versions. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > MIN_VERSION[0] || (major === MIN_VERSION[0] && minor >= MIN_VERSION[1])) return;
  console.error(
    `Pult needs Node ${MIN_VERSION.join(".")} or newer, and this is Node ${process.versions.node}.\n` +
      "Install a newer one from https://nodejs.org and run the command again.",
  );
  process.exit(1);
}

const WANTED = [20, 19];

/** Ends with plain words where a path has signs that Vite takes for an address's query or hash. */
export function requirePlainFolder(folder) {
  if (!/[#?]/.test(folder)) return;
  console.error(
    `Pult can't be built in a folder with # or ? in its name: ${folder}\n` +
      "Rename or move the folder and run the command again.",
  );
  process.exit(1);
}

/** Ends with plain words on a Node older than 20.19. Uses nothing that such a Node lacks. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1])) return;
  console.error(
    `Pult needs Node ${WANTED.join(".")} or newer, and this is Node ${process.versions.node}.\n` +
      "Install a newer one from https://nodejs.org and run the command again.",
  );
  process.exit(1);
}

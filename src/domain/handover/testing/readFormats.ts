export function parseXml(text: string): Document {
  const found = new DOMParser().parseFromString(text, "application/xml");
  if (found.querySelector("parsererror")) throw new Error(`not XML: ${text}`);
  return found;
}

export const readXml = (text: string) => {
  const document = parseXml(text);
  return (name: string) => document.getElementsByTagName(name)[0]?.textContent;
};

export const readEntries = (text: string) => {
  const entries = [...parseXml(text).getElementsByTagName("entry")];
  return (section: string, key: string) =>
    entries.find(
      (entry) =>
        entry.getAttribute("name") === key && entry.parentElement?.getAttribute("name") === section,
    )?.textContent;
};

/** A section of an INI file as Windows' GetPrivateProfileString reads it. */
export function readIni(text: string, section: string) {
  let now = "";
  const values = new Map<string, string>();
  for (const line of text.split("\r\n")) {
    const trimmed = line.trim();
    if (trimmed.startsWith(";")) continue;
    if (trimmed.startsWith("[")) now = trimmed.slice(1, trimmed.indexOf("]"));
    else if (now === section && line.includes("=")) {
      const value = line.slice(line.indexOf("=") + 1).trim();
      const quoted = /^(["'])(.*)\1$/s.exec(value);
      values.set(line.slice(0, line.indexOf("=")).trim(), quoted?.[2] ?? value);
    }
  }
  return (key: string) => values.get(key);
}

/** Lines of keys and values; `#` begins a comment only at the beginning of a line. */
export function readLines(text: string, separator: "=" | ":", lineBreak = "\n") {
  const values = new Map<string, string>();
  for (const line of text.split(lineBreak)) {
    const at = line.indexOf(separator);
    if (at > 0 && !line.startsWith("#"))
      values.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return (key: string) => values.get(key);
}

/** Whether only this machine can reach a host: `localhost`, `127.x.x.x` or `::1`. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

/** A host as typed into a browser on this machine: `localhost`, `[::1]`. */
export function hostInAddress(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

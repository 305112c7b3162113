/** The part of every link's path that is no secret: what begins with it is open to anybody. */
export const HANDOVER_PREFIX = "/handover";

const DEVICE_FILE = "linphone.xml";

export const personPath = (token: string): string => `${HANDOVER_PREFIX}/${token}`;
export const devicePath = (token: string): string => `${personPath(token)}/${DEVICE_FILE}`;

/** From the page of one link to the settings of another, whatever the base path is. */
export const devicePathFromPage = (token: string): string => `${token}/${DEVICE_FILE}`;

/** What a path asks for. Of one that is malformed the token is none that was ever given out. */
export function readPath(path: string): { token: string; isDevice: boolean } {
  const [token = "", ...rest] = path.slice(HANDOVER_PREFIX.length + 1).split("/");
  if (rest.length === 0) return { token, isDevice: false };
  return rest.length === 1 && rest[0] === DEVICE_FILE
    ? { token, isDevice: true }
    : { token: "", isDevice: true };
}

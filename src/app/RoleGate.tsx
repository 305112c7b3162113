import type { ReactNode } from "react";
import { Navigate, useLocation, useMatches } from "react-router";
import { useIsAdmin, useUser } from "#common/login.ts";
import { paths } from "#paths";
import { isWall as isStoredWall } from "./session.ts";
import { loginPart } from "./loginPart.ts";
import { getPagePath } from "./useFocusOnRoute.ts";

const NotForRole = loginPart(
  async () => (await import("./pages/NotForRole.tsx")).NotForRole,
  () => undefined,
);
const ReadOnlyPanel = loginPart(
  async () => (await import("./pages/ReadOnlyPanel.tsx")).ReadOnlyPanel,
  () => undefined,
);

/** Around the pages: a wall has its own, and who has no role has none. */
export function RoleGate({ children }: { children: ReactNode }) {
  const role = useUser()?.role;
  const { pathname } = useLocation();
  // Most likely a wall, which asks for nothing else, until the server says who it is.
  if (role === undefined && isStoredWall()) return null;
  if (role !== "wall" && role !== null) return children;
  const isWall = role === "wall";
  if (isWall && pathname === paths.home()) return <Navigate to={paths.statusWall()} replace />;
  return <NotForRole isWall={isWall} />;
}

/** Around a form that changes something. */
export function FormGate({ children }: { children: ReactNode }) {
  const page = getPagePath(useMatches());
  return useIsAdmin() ? children : <ReadOnlyPanel page={page} />;
}

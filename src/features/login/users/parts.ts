export { UsersPage } from "./UsersPage.tsx";

// Named here, and not in the routes: each name of a file there is in the code of the first list.
export const loadInvitePanel = async () => (await import("./InvitePanel.tsx")).InvitePanel;
export const loadUserPanel = async () => (await import("./UserPanel.tsx")).UserPanel;

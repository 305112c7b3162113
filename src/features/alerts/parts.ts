export { AlertsPage } from "./AlertsPage.tsx";

// Named here, and not in the routes: each name of a file there is in the code of the first list.
export const loadRulePanel = async () => (await import("./form/RulePanel.tsx")).RulePanel;
export const loadChannelPanel = async () => (await import("./form/ChannelPanel.tsx")).ChannelPanel;

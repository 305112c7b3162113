import AppBar from "@mui/material/AppBar";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import List from "@mui/material/List";
import ListItemButton from "@mui/material/ListItemButton";
import ListItemText from "@mui/material/ListItemText";
import TextField from "@mui/material/TextField";
import Toolbar from "@mui/material/Toolbar";
import Typography from "@mui/material/Typography";
import { Link, Outlet, useLocation, useSearchParams } from "react-router";

const SECTIONS = [
  ["/", "Overview"],
  ["/sip", "SIP accounts"],
  ["/status", "Status board"],
  ["/external-numbers", "External numbers"],
  ["/smart-numbers", "Smart numbers"],
  ["/voicemail", "Voicemail"],
  ["/directions", "Destinations"],
] as const;
const WIDTH = 232;

/** The layout: app bar with the search, navigation, and the page. */
export function Shell() {
  const { pathname } = useLocation();
  const [params, setParams] = useSearchParams();
  return (
    <Box sx={{ display: "flex" }}>
      <AppBar position="fixed" sx={{ zIndex: (theme) => theme.zIndex.drawer + 1 }}>
        <Toolbar sx={{ gap: 2 }}>
          <Typography variant="h6" component="div" sx={{ flexGrow: 1 }}>
            Baseline
          </Typography>
          <TextField
            size="small"
            label="Search"
            value={params.get("q") ?? ""}
            onChange={(event) => setParams({ q: event.target.value }, { replace: true })}
          />
          <Button color="inherit" component={Link} to="/sip">
            Clear
          </Button>
        </Toolbar>
      </AppBar>
      <Drawer
        variant="permanent"
        sx={{ width: WIDTH, flexShrink: 0, "& .MuiDrawer-paper": { width: WIDTH } }}
      >
        <Toolbar />
        <List component="nav">
          {SECTIONS.map(([to, text]) => (
            <ListItemButton key={to} component={Link} to={to} selected={to === pathname}>
              <ListItemText primary={text} />
            </ListItemButton>
          ))}
        </List>
      </Drawer>
      <Box component="main" sx={{ flexGrow: 1, p: 3 }}>
        <Toolbar />
        <Outlet />
      </Box>
    </Box>
  );
}

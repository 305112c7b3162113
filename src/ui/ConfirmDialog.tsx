import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, useId } from "react";
import { unbroken } from "./unbroken.tsx";

interface Props {
  title: string;
  onClose: () => void;
  actions: ReactNode;
  children: ReactNode;
}

/** The only kind of modal here: a deliberate "are you sure". */
export function ConfirmDialog({ title, onClose, actions, children }: Props) {
  const heading = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} maxWidth="xs" fullWidth>
      <DialogTitle id={heading} sx={{ fontSize: "1rem", lineHeight: "1.5rem", pb: 2 }}>
        {unbroken(title)}
      </DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 3 }}>{children}</DialogContent>
      <DialogActions
        disableSpacing
        sx={{ justifyContent: "flex-start", flexWrap: "wrap", gap: 2, px: 6, pb: 5, pt: 2 }}
      >
        {actions}
      </DialogActions>
    </Dialog>
  );
}

import Button from "@mui/material/Button";
import { EmptyState } from "#ui/EmptyState.tsx";
import { useDirectionsText } from "../messages.ts";

/** Opened by its address, or after the last change was taken out: says what would stand here. */
export function NothingToReview({ onClose }: { onClose: () => void }) {
  const t = useDirectionsText();
  return (
    <EmptyState
      icon="globe"
      title={t("review.empty")}
      text={<p>{t("review.emptyText")}</p>}
      actions={
        <Button variant="outlined" onClick={onClose}>
          {t("review.toList")}
        </Button>
      }
    />
  );
}

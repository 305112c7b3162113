import Button from "@mui/material/Button";
import { EmptyState } from "#ui/EmptyState.tsx";
import { useText } from "#i18n/texts.ts";

/**
 * For a visit by the address, or after the last change was taken out: explains what the review
 * shows.
 */
export function NothingToReview({ onClose }: { onClose: () => void }) {
  const t = useText();
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

import IconButton from "@mui/material/IconButton";
import { useText } from "#i18n/texts.ts";
import { toggleWatched } from "./watched.ts";

interface Props {
  /** The account's id. */
  id: number;
  /** Its title: «214 Ресепшен». */
  name: string;
  watched: boolean;
}

/** The star of an account, which turns alerts on for when it drops. */
export function WatchButton({ id, name, watched }: Props) {
  const t = useText();
  const label = t("watch.star", { who: name });
  return (
    <IconButton
      size="small"
      aria-label={label}
      title={label}
      aria-pressed={watched}
      color={watched ? "primary" : "default"}
      onClick={() => toggleWatched(id)}
      sx={{ width: 32, height: 32 }}
    >
      <Star filled={watched} />
    </IconButton>
  );
}

function Star({ filled }: { filled: boolean }) {
  return (
    <svg
      width={20}
      height={20}
      viewBox="0 0 24 24"
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M12 3.500l2.600 5.600 6 .700-4.500 4.200 1.200 6L12 17l-5.300 3 1.200-6-4.500-4.200 6-.700z" />
    </svg>
  );
}

import { useState } from "react";
import { useUser } from "#common/login.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import styles from "./Header.module.css";
import { useSearchKeys } from "./useSearchKeys.ts";

const SearchDialog = lazyPart(
  async () => (await import("../search/parts.ts")).loadSearchDialog(),
  ({ onClose }) => onClose(),
);

/** Opens the search of the whole app; not for a wall, or for somebody without a role, who see no pages. */
export function Search() {
  const role = useUser()?.role;
  return role === "wall" || role === null ? null : <SearchButton />;
}

function SearchButton() {
  const t = useText();
  const [open, setOpen] = useState(false);
  useSearchKeys(setOpen);
  return (
    <>
      <button
        type="button"
        className={`input-box gap-8 muted ${styles.search}`}
        aria-label={t("app.search")}
        aria-haspopup="dialog"
        data-keys={navigator.platform.startsWith("Mac") ? "⌘K" : "Ctrl+K"}
        aria-keyshortcuts="Control+K Meta+K /"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" size={18} />
        <span className="grow">{t("app.search")}</span>
      </button>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}

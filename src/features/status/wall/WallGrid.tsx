import { type Drop } from "./drops.ts";
import type { WallItem } from "./items.ts";
import { LineTile } from "./LineTile.tsx";
import type { Page } from "./plan.ts";
import { Tile } from "./Tile.tsx";
import styles from "./Wall.module.css";

interface Props {
  page: Page<WallItem>;
  label: string;
  drops: ReadonlyMap<string, Drop>;
}

/** The tiles of a page, all of one size. */
export function WallGrid({ page: { items, grid, large }, label, drops }: Props) {
  return (
    <ul
      className={styles.grid}
      aria-label={label}
      style={{
        gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${grid.rows}, minmax(0, 1fr))`,
      }}
    >
      {items.map((item) => {
        const drop = drops.get(item.key);
        const common = { large, dropped: drop && (drop.flashing ? "flashing" : "framed") } as const;
        return "row" in item ? (
          <Tile key={item.key} row={item.row} {...common} />
        ) : (
          <LineTile key={item.key} line={item.line} {...common} />
        );
      })}
    </ul>
  );
}

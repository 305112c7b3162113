import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import IconButton from "@mui/material/IconButton";
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef } from "react";
import { Icon } from "#ui/icons.tsx";
import { useMediaQuery } from "#ui/useMediaQuery.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./ScenarioForm.module.css";

const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";

interface Props {
  ids: string[];
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}

/** A list sorted by mouse, touch or keyboard, which announces each step to screen readers. */
export function SortableList({ ids, onMove, children }: Props) {
  const t = useText();
  const reducedMotion = useMediaQuery(REDUCED_MOTION);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      scrollBehavior: reducedMotion ? "auto" : "smooth",
    }),
  );
  const moved = useRef(false);
  const getPosition = (id: UniqueIdentifier) => ids.indexOf(String(id)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      moved.current = false;
      return t("scenarioForm.lifted", { from: getPosition(active.id) });
    },
    onDragOver: ({ active, over }) => {
      const target = over ?? active;
      // A lifted row is over its own place first: announcing that would drown out "lifted".
      if (target.id === active.id && !moved.current) return undefined;
      moved.current = true;
      return t("scenarioForm.over", { from: getPosition(active.id), to: getPosition(target.id) });
    },
    onDragEnd: ({ active, over }) =>
      t("scenarioForm.dropped", {
        from: getPosition(active.id),
        to: getPosition((over ?? active).id),
      }),
    onDragCancel: ({ active }) => t("scenarioForm.dragCancelled", { from: getPosition(active.id) }),
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over === null || over.id === active.id) return;
    onMove(getPosition(active.id) - 1, getPosition(over.id) - 1);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      onDragEnd={drop}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t("scenarioForm.dragHelp") },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className="stack gap-12">{children}</ol>
      </SortableContext>
    </DndContext>
  );
}

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

interface RowProps {
  id: string;
  /** What a screen reader calls the row's handle. */
  handle: string;
  /** The rest of the row's head, beside the handle. */
  head: ReactNode;
  children: ReactNode;
}

export function SortableRow({ id, handle, head, children }: RowProps) {
  const t = useText();
  const reducedMotion = useMediaQuery(REDUCED_MOTION);
  const row = useSortable({
    id,
    attributes: { roleDescription: t("scenarioForm.sortable") },
    transition: reducedMotion ? null : { duration: 150, easing: "ease-out" },
  });
  const { listeners, transform, transition, isDragging } = row;
  const place: CSSProperties = { transform: CSS.Translate.toString(transform), transition };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isDragging && event.key === "Escape") cancelOnly(event);
    else listeners?.["onKeyDown"]?.(event);
  };
  return (
    <li
      ref={row.setNodeRef}
      style={place}
      className={`card stack gap-8 ${styles.row}`}
      data-lifted={isDragging}
    >
      <div className={`row gap-4 ${styles.head}`}>
        <IconButton
          {...row.attributes}
          {...listeners}
          onKeyDown={onKeyDown}
          ref={row.setActivatorNodeRef}
          aria-label={handle}
          title={handle}
          className={styles.handle}
        >
          <Icon name="grip" />
        </IconButton>
        {head}
      </div>
      {children}
    </li>
  );
}

/**
 * Escape puts the row back and nothing else. The panel would close on Escape and stop the event
 * before the document, where the drag library listens; so dispatch it to the document directly.
 */
function cancelOnly(event: KeyboardEvent) {
  event.stopPropagation();
  document.dispatchEvent(new window.KeyboardEvent("keydown", { code: event.code, key: event.key }));
}

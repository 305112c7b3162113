import { invalid } from "../problem.ts";
import { changed, type Handlers, withSuccess } from "./resolver.ts";

type Directions = "listAllowedDirections" | "openDirections" | "closeDirections" | "listDirections";

export const directions: Pick<Handlers, Directions> = {
  listAllowedDirections: ({ office }) => {
    const open = office.directions.filter(({ id }) => office.openDirections.has(id));
    // Keyed by code like Laravel's keyBy: of destinations that share a code, only the last is listed.
    const map = Object.fromEntries(
      open.map(({ code, name, english_name }) => {
        const text = String(code);
        return [text, { code: text, name, english_name }];
      }),
    );
    return withSuccess({ directions: open.length === 0 ? [] : map });
  },

  openDirections: ({ office, body }) => {
    const ids = body.direction_ids.map(String);
    const errors: Record<string, string[]> = {};
    for (const [index, id] of ids.entries()) {
      const field = `direction_ids.${index}`;
      if (!office.directions.some((each) => each.id === id)) {
        errors[field] = [`The selected ${field} is invalid.`];
      }
    }
    if (Object.keys(errors).length > 0) throw invalid(errors);
    for (const id of ids) office.openDirections.add(id);
    return changed();
  },

  closeDirections: ({ office, body }) => {
    const codes = new Set(body.codes.map(Number));
    for (const { id, code } of office.directions)
      if (codes.has(code)) office.openDirections.delete(id);
    return changed();
  },

  listDirections: ({ office }) => withSuccess({ directions: [...office.directions] }),
};

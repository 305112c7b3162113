import { timestamp } from "../timestamp.ts";
import { laravelPage } from "../paging.ts";
import { notFound, Problem } from "../problem.ts";
import { USERS } from "../seed/connections.ts";
import { changed, created, type Handlers } from "./resolver.ts";

/** The documents have it with a full stop in one place and without in another. */
function userNotFound(message: "User not found" | "User not found."): Problem {
  return new Problem(500, { message, code: 500 });
}

type SmartNumbers = "listSmartNumbers" | "createSmartNumber" | "deleteSmartNumber";

export const smartNumbers: Pick<Handlers, SmartNumbers> = {
  listSmartNumbers: ({ office, body, query, path }) => {
    if (!USERS.includes(body.user_id)) throw userNotFound("User not found");
    const rows = office.smartNumbers.filter((row) => row.user_id === body.user_id);
    return { data: laravelPage(rows, query, path, (row) => row) };
  },

  createSmartNumber: ({ office, body }) => {
    if (!USERS.includes(body.user_id)) throw userNotFound("User not found.");
    const id = office.nextId("smart");
    office.smartNumbers.push({
      id,
      user_id: body.user_id,
      phoneA: "74950000015",
      phoneB: body.phone_b,
      phoneX: `7900000${String(5000 + (id % 5000))}`,
      description: body.description ?? "",
      created_at: timestamp(office.now()),
    });
    return created();
  },

  deleteSmartNumber: ({ office, params }) => {
    const remaining = office.smartNumbers.filter(({ id }) => id !== params.id);
    if (remaining.length === office.smartNumbers.length) throw notFound("Smart number");
    office.smartNumbers = remaining;
    return changed();
  },
};

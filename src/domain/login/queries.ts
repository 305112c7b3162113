import { listSessions, listUsers, listUserSessions } from "#api/login.ts";
import { operationQuery } from "#common/query.ts";

export const ownSessionsQuery = () => operationQuery(listSessions, {});

export const usersQuery = () => operationQuery(listUsers, {});

export const userSessionsQuery = (id: string) =>
  operationQuery(listUserSessions, { params: { id } });

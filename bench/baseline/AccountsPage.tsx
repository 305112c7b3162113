import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { type Account, accountsQuery } from "./accounts.ts";

const COLUMNS = ["Extension", "Name", "Caller ID", "Scenario"];

/** The accounts in one table. */
export function AccountsPage() {
  const { data, error } = useQuery(accountsQuery);
  const [params] = useSearchParams();
  const text = (params.get("q") ?? "").toLowerCase();
  return (
    <>
      <Typography variant="h5" component="h1" gutterBottom>
        SIP accounts
      </Typography>
      {error !== null && <Typography role="alert">{error.message}</Typography>}
      {data === undefined ? (
        <Typography>Loading…</Typography>
      ) : (
        <TableContainer>
          <Table size="small">
            <TableHead>
              <TableRow>
                {COLUMNS.map((column) => (
                  <TableCell key={column}>{column}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {data
                .filter(({ name }) => name.toLowerCase().includes(text))
                .map((account) => (
                  <AccountRow key={account.id} account={account} />
                ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </>
  );
}

function AccountRow({ account }: { account: Account }) {
  return (
    <TableRow data-row>
      <TableCell>{account.number}</TableCell>
      <TableCell>{account.name}</TableCell>
      <TableCell>{account.aon?.number}</TableCell>
      <TableCell>{account.active_sip_scenario?.name}</TableCell>
    </TableRow>
  );
}

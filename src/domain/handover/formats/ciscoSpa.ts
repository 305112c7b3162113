import { type Credentials, hostText } from "../credentials.ts";
import { findRefusal, type Made } from "../provisioning.ts";
import { element, xmlFile } from "#lib/xml.ts";

const EXPIRES_S = 3600;

/**
 * A profile for Cisco's SPA300 and SPA500 phones, firmware 7; see "Cisco Small Business IP Telephony
 * Devices Provisioning Guide", https://www.cisco.com. `ua="na"`: it can't be changed at the phone.
 */
export function ciscoSpa(credentials: Credentials): Made {
  const { name, extension, login, password, transport } = credentials;
  const refusal = findRefusal(credentials);
  if (refusal !== undefined) return refusal;
  const values = {
    Line_Enable_1_: "Yes",
    Display_Name_1_: name || extension,
    User_ID_1_: login,
    Password_1_: password,
    Proxy_1_: hostText(credentials),
    Register_1_: "Yes",
    Register_Expires_1_: EXPIRES_S,
    SIP_Transport_1_: transport.toUpperCase(),
  };
  const text = xmlFile(
    "<flat-profile>",
    ...Object.entries(values).map(([key, value]) => `  ${element(key, value, 'ua="na"')}`),
    "</flat-profile>",
  );
  return { fileName: `cisco-spa-${extension}.xml`, text };
}

import { api } from "./api.js";

/** Whether people enter its readings by hand: then its gateway is the server itself, which signs nothing. */
export const isByHand = ({ gateway }) => gateway === "server";

/** The devices that measure somebody. */
export async function measuringDevices() {
  const { devices } = await api.devices();
  return devices.filter((device) => !isByHand(device));
}

import { api } from "./api.js";

/** The gateway of what people enter by hand: the server itself. */
const BY_HAND = "server";

/** The devices that measure somebody. */
export async function measuringDevices() {
  const { devices } = await api.devices();
  return devices.filter(({ gateway }) => gateway !== BY_HAND);
}

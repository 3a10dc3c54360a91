/** The server's REST routes and event stream. Every refusal arrives as an ApiError with the server's stable code. */
export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError(0, "network", "network");
  }
  const body = response.status === 204 ? {} : await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, body.code ?? "", body.message ?? response.statusText);
  return body;
}

const get = (path) => call(path);
const post = (path, body) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body ?? {}) });
const device = (id) => `/api/devices/${encodeURIComponent(id)}`;

export const api = {
  login: (username, password) => post("/api/login", { username, password }),
  logout: () => post("/api/logout"),
  me: () => get("/api/me"),
  health: () => get("/api/health"),
  alerts: (state) => get(`/api/alerts?state=${state}&limit=500`),
  alert: (id) => get(`/api/alerts/${encodeURIComponent(id)}`),
  acknowledge: (id, reason) => post(`/api/alerts/${encodeURIComponent(id)}/acknowledge`, reason ? { reason } : {}),
  close: (id, reason) => post(`/api/alerts/${encodeURIComponent(id)}/close`, { reason }),
  devices: () => get("/api/devices"),
  results: (id) => get(`${device(id)}/results?limit=200`),
  latestWaveform: (id, seconds) => get(`${device(id)}/waveform?latestSeconds=${seconds}`),
  waveform: (id, from, to) => get(`${device(id)}/waveform?from=${from.toISOString()}&to=${to.toISOString()}`),
  quarantine: () => get("/api/quarantine"),
};

/** Listens to the event stream; the browser reconnects by itself and names the last event it saw. */
export function listen({ onOpen, onLost, onAlert, onDevice }) {
  const source = new EventSource("/api/events");
  source.addEventListener("hello", onOpen);
  source.addEventListener("alert", (event) => onAlert(JSON.parse(event.data)));
  source.addEventListener("device", (event) => onDevice(JSON.parse(event.data)));
  source.onerror = onLost;
  return () => source.close();
}

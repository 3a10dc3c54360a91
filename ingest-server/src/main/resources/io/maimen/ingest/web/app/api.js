/** The server's REST routes and event stream. Every refusal arrives as an ApiError with the server's stable code. */
export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A dead connection may never answer; without a limit the page would wait and look alive. */
const ANSWER_WITHIN_MS = 10000;

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
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
const alert = (id) => `/api/alerts/${encodeURIComponent(id)}`;
const device = (id) => `/api/devices/${encodeURIComponent(id)}`;

export const api = {
  login: (username, password) => post("/api/login", { username, password }),
  logout: () => post("/api/logout"),
  me: () => get("/api/me"),
  health: () => get("/api/health"),
  alerts: (state, limit) => get(`/api/alerts?state=${state}&limit=${limit}`),
  alert: (id) => get(alert(id)),
  acknowledge: (id, reason) => post(`${alert(id)}/acknowledge`, reason ? { reason } : {}),
  close: (id, reason) => post(`${alert(id)}/close`, { reason }),
  devices: () => get("/api/devices"),
  results: (id) => get(`${device(id)}/results?limit=200`),
  latestWaveform: (id, seconds) => get(`${device(id)}/waveform?latestSeconds=${seconds}`),
  waveform: (id, from, to) => get(`${device(id)}/waveform?from=${from.toISOString()}&to=${to.toISOString()}`),
  quarantine: () => get("/api/quarantine"),
};

/** Listens to the event stream until the function it returns is called. After a loss the browser tries again by itself. */
export function listen({ onOpen, onLost, onAlert, onDevice }) {
  const source = new EventSource("/api/events");
  source.addEventListener("hello", onOpen);
  source.addEventListener("alert", (event) => onAlert(JSON.parse(event.data)));
  source.addEventListener("device", (event) => onDevice(JSON.parse(event.data)));
  source.onerror = onLost;
  return () => source.close();
}

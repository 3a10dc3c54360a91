/** The server's REST routes and event stream. Every refusal arrives as an ApiError with the server's stable code. */
export class ApiError extends Error {
  /** {@code seconds}: after how long to try again, where the server says so. */
  constructor(status, code, message, seconds) {
    super(message);
    Object.assign(this, { status, code, seconds });
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
  if (!response.ok) {
    throw new ApiError(response.status, body.code ?? "", body.message ?? response.statusText, response.headers.get("Retry-After"));
  }
  return body;
}

/** No other site can send the second header along with our cookie. */
const POST_HEADERS = { "Content-Type": "application/json", "X-Maimen-Request": "1" };

const get = (path) => call(path);
const post = (path, body) =>
  call(path, { method: "POST", headers: POST_HEADERS, body: JSON.stringify(body ?? {}) });
const alert = (id) => `/api/alerts/${encodeURIComponent(id)}`;
const device = (id) => `/api/devices/${encodeURIComponent(id)}`;
const gateway = (id) => `/api/gateways/${encodeURIComponent(id)}`;
const observation = (id) => `/api/observations/${encodeURIComponent(id)}`;
const patient = (id) => `/api/patients/${encodeURIComponent(id)}`;
const user = (username) => `/api/users/${encodeURIComponent(username)}`;

export const api = {
  login: (username, password) => post("/api/login", { username, password }),
  logout: () => post("/api/logout"),
  me: () => get("/api/me"),
  health: () => get("/api/health"),
  alerts: (state, limit) => get(`/api/alerts?state=${state}&limit=${limit}`),
  alert: (id) => get(alert(id)),
  acknowledge: (id, reason) => post(`${alert(id)}/acknowledge`, reason ? { reason } : {}),
  review: (id, opinion, text) => post(`${alert(id)}/review`, { opinion, text }),
  close: (id, reason) => post(`${alert(id)}/close`, { reason }),
  devices: () => get("/api/devices"),
  results: (id) => get(`${device(id)}/results?limit=200`),
  latestWaveform: (id, seconds) => get(`${device(id)}/waveform?latestSeconds=${seconds}`),
  waveform: (id, from, to) => get(`${device(id)}/waveform?from=${from.toISOString()}&to=${to.toISOString()}`),
  quarantine: () => get("/api/quarantine"),

  patients: (query) => get(`/api/patients?query=${encodeURIComponent(query)}`),
  patientsIdentified: (identifier) => get(`/api/patients?identifier=${encodeURIComponent(identifier)}`),
  patient: (id) => get(patient(id)),
  newPatient: (facts) => post("/api/patients", facts),
  merge: (id, duplicate, reason) => post(`${patient(id)}/merge`, { duplicate, reason }),
  patientReadings: (id, limit) => get(`${patient(id)}/readings?limit=${limit}`),
  bloodPressure: (id, days) => get(`${patient(id)}/blood-pressure?days=${days}`),
  enterReading: (id, reading) => post(`${patient(id)}/readings`, reading),
  enterSymptoms: (id, codes) => post(`${patient(id)}/symptoms`, { codes }),
  symptoms: () => get("/api/symptoms"),
  sessions: () => get("/api/sessions"),
  beginSession: (id, patientId) => post(`${device(id)}/session`, { patient: patientId }),
  endSession: (id) => post(`${device(id)}/session/end`),
  mapSlot: (id, slot, patientId) => post(`${device(id)}/slots`, { slot, patient: patientId }),
  inbox: () => get("/api/inbox?limit=200"),
  assign: (id, patientId, reason) => post(`${observation(id)}/assign`, { patient: patientId, reason }),
  bytes: (id) => get(`${observation(id)}/bytes`),

  organisations: () => get("/api/organisations"),
  newOrganisation: (facts) => post("/api/organisations", facts),
  users: () => get("/api/users"),
  newUser: (facts) => post("/api/users", facts),
  disableUser: (username) => post(`${user(username)}/disable`),
  setPassword: (username, password) => post(`${user(username)}/password`, { password }),
  changeMyPassword: (old, fresh) => post("/api/me/password", { old, new: fresh }),
  gateways: () => get("/api/gateways"),
  newGateway: (facts) => post("/api/gateways", facts),
  enrolmentCode: (id) => post(`${gateway(id)}/code`),
  revokeGateway: (id, reason) => post(`${gateway(id)}/revoke`, { reason }),
  audit: () => get("/api/audit?limit=200"),
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

import { api, listen } from "./api.js";

const STATES = ["new", "acknowledged", "first-reviewed", "second-reviewed", "closed"];
const OPEN_LIMIT = 1000;
const CLOSED_LIMIT = 200;
const WATCH_MS = 10000;
const WATCH_WHEN_LOST_MS = 2000;
const FRESH_MS = 6000;

/**
 * What the page knows: the alerts, kept true by the event stream, and whether that stream stands. One store a page.
 *
 * Events: "change" after every change, "device" when a device sent something, "caughtUp" after a lost connection stands
 * again; then everything is asked for anew, so nothing is missed.
 */
export class Store extends EventTarget {
  alerts = new Map();
  me = null;
  expired = false;
  connected = true;
  lastHeardAt = Date.now();
  health = { state: "green" };
  arrived = null;
  #arrivedAt = new Map();
  #unlisten = () => {};
  #timer = null;

  async start(me) {
    Object.assign(this, { me, expired: false, connected: true });
    await this.reload();
    this.#listen();
    this.#watch();
  }

  stop() {
    this.#unlisten();
    clearTimeout(this.#timer);
    this.alerts.clear();
    this.#set({ me: null, arrived: null });
  }

  async reload() {
    try {
      const [open, closed] = await Promise.all([api.alerts("open", OPEN_LIMIT), api.alerts("closed", CLOSED_LIMIT)]);
      [...open.alerts, ...closed.alerts].forEach((alert) => this.#put(alert));
      this.#set({ lastHeardAt: Date.now() });
    } catch (error) {
      this.#failed(error);
    }
  }

  keep(alert) {
    this.#put(alert);
    this.#changed();
  }

  /** Whether the alert arrived a moment ago, while the reader was looking. */
  isFresh(alert) {
    return Date.now() - (this.#arrivedAt.get(alert.id) ?? 0) < FRESH_MS;
  }

  /** Alerts of one kind (open, closed or all), most urgent first, then the one that has waited longest; closed ones newest first. */
  list(kind) {
    const open = (alert) => alert.state !== "closed";
    const chosen = [...this.alerts.values()].filter((alert) => kind === "all" || (kind === "open") === open(alert));
    const urgency = (a, b) => a.priority.localeCompare(b.priority) || a.openedAt.localeCompare(b.openedAt);
    const newest = (a, b) => b.closed.at.localeCompare(a.closed.at);
    return chosen.sort((a, b) => open(b) - open(a) || (open(a) ? urgency(a, b) : newest(a, b)));
  }

  count(kind) {
    return this.list(kind).length;
  }

  /** An alert only moves forward: an answer overtaken by an event does not turn it back. */
  #put(alert) {
    const known = this.alerts.get(alert.id);
    if (!known || STATES.indexOf(alert.state) >= STATES.indexOf(known.state)) this.alerts.set(alert.id, alert);
  }

  #listen() {
    this.#unlisten();
    this.#unlisten = listen({
      onOpen: () => this.#opened(),
      onLost: () => this.#set({ connected: false }),
      onAlert: (alert) => this.#heard(alert),
      onDevice: (device) => {
        this.lastHeardAt = Date.now();
        this.dispatchEvent(new CustomEvent("device", { detail: device }));
      },
    });
  }

  #heard(alert) {
    if (!this.alerts.has(alert.id)) {
      this.#arrivedAt.set(alert.id, Date.now());
      this.arrived = alert;
    }
    this.#put(alert);
    this.#set({ lastHeardAt: Date.now() });
  }

  async #opened() {
    const wasLost = !this.connected;
    this.#set({ connected: true, lastHeardAt: Date.now() });
    if (!wasLost) return;
    await this.reload();
    this.dispatchEvent(new Event("caughtUp"));
  }

  /**
   * Asks for the server's health from time to time. This also notices a connection that died without saying so, and opens a
   * new event stream where the browser has given the old one up.
   */
  #watch() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#askHealth(), this.connected ? WATCH_MS : WATCH_WHEN_LOST_MS);
  }

  async #askHealth() {
    try {
      this.#set({ health: await api.health() });
      if (!this.connected) this.#listen();
      else this.lastHeardAt = Date.now();
    } catch (error) {
      this.#failed(error);
    }
    if (this.me) this.#watch();
  }

  #failed(error) {
    if (error.status === 401) {
      this.expired = true;
      this.stop();
    } else {
      this.#set({ connected: false });
    }
  }

  #set(values) {
    Object.assign(this, values);
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

export const store = new Store();

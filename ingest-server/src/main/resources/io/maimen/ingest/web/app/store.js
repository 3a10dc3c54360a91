import { api, listen } from "./api.js";

/**
 * What the page knows: the alerts, kept true by the event stream, and whether that stream stands. One store a page; it
 * tells its listeners after every change. After a lost connection everything is asked for again, so nothing is missed.
 */
export class Store extends EventTarget {
  alerts = new Map();
  me = null;
  connected = true;
  lastHeardAt = Date.now();
  health = { state: "green", reasons: [] };
  arrived = null;
  #stop = null;

  async start(me) {
    this.me = me;
    await this.reload();
    this.#stop?.();
    this.#stop = listen({
      onOpen: () => this.#reconnected(),
      onLost: () => this.#set({ connected: false }),
      onAlert: (alert) => this.#heard(alert),
      onDevice: (device) => this.dispatchEvent(new CustomEvent("device", { detail: device })),
    });
    this.#watchHealth();
  }

  stop() {
    this.#stop?.();
    clearInterval(this.healthTimer);
    this.me = null;
    this.alerts.clear();
    this.#changed();
  }

  async reload() {
    const { alerts } = await api.alerts("all");
    this.alerts = new Map(alerts.map((alert) => [alert.id, alert]));
    this.#set({ lastHeardAt: Date.now() });
  }

  keep(alert) {
    this.alerts.set(alert.id, alert);
    this.#changed();
  }

  /** Alerts of one kind, most urgent first, then the one that has waited longest; the closed ones newest first. */
  list(kind) {
    const open = (alert) => alert.state !== "closed";
    const chosen = [...this.alerts.values()].filter((a) => kind === "all" || (kind === "open") === open(a));
    if (kind === "closed") return chosen.sort((a, b) => b.closed.at.localeCompare(a.closed.at));
    return chosen.sort(
      (a, b) =>
        open(b) - open(a) || a.priority.localeCompare(b.priority) || a.openedAt.localeCompare(b.openedAt),
    );
  }

  count(kind) {
    return this.list(kind).length;
  }

  #heard(alert) {
    if (!this.alerts.has(alert.id)) this.arrived = alert;
    this.alerts.set(alert.id, alert);
    this.#set({ connected: true, lastHeardAt: Date.now() });
  }

  #reconnected() {
    const wasLost = !this.connected;
    this.#set({ connected: true, lastHeardAt: Date.now() });
    if (wasLost) this.reload().catch(() => this.#set({ connected: false }));
  }

  #watchHealth() {
    clearInterval(this.healthTimer);
    const ask = async () => {
      try {
        this.#set({ health: await api.health() });
      } catch {
        this.#set({ connected: false });
      }
    };
    ask();
    this.healthTimer = setInterval(ask, 10000);
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

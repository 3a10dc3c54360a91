import { html } from "lit";

/** The mark: one beat. */
export const logo = html`<svg viewBox="0 0 28 28" aria-hidden="true"><path d="M3 15h5l2.5-7 4.5 13 3.5-9 1.5 3h5" /></svg>`;

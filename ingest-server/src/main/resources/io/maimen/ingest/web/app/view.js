import { LitElement } from "lit";

/** Our elements render into the page itself, so that one style sheet and one set of ids serve all. */
export class View extends LitElement {
  createRenderRoot() {
    return this;
  }
}

import { api } from "./api.js";
import { pick } from "./texts.js";

/** The organisations the reader may see, in the order of the tree. */
export async function organisationTree() {
  const { organisations } = await api.organisations();
  const known = new Set(organisations.map(({ id }) => id));
  const below = (parent, depth) =>
    organisations.filter((one) => one.parent === parent).flatMap((one) => [{ ...one, depth }, ...below(one.id, depth + 1)]);
  const tops = organisations.filter((one) => !known.has(one.parent));
  return tops.flatMap((one) => [{ ...one, depth: 0 }, ...below(one.id, 1)]);
}

/** An organisation's name in the reader's language; its identity while the name is not known. */
export const organisationName = (tree, id) => pick(tree?.find((one) => one.id === id)?.name) || id;

/** Stands in for an action where the page gives none. */
export async function notForYou() {
  return { ok: false as const, message: "You need the role editor to score answers.", fields: {} };
}

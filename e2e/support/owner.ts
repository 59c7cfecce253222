/** The person who sets the installation up, and whose session the tests start with. */
export const owner = { name: "Ada Owner", email: "ada@example.test", password: "correct horse battery" };

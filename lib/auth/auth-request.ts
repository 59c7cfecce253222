/** What a verb knows before anybody has signed in: who knocks, and when. */
export type AuthRequest = { address: string; requestId: string; now: Date };

/** The minimal facts of a person that a session holds. */
export type SignedInUser = { id: string; email: string; name: string };

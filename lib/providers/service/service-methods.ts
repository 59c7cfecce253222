/** How a service can be asked. GET has no body: what the service is told stands in its address. */
export const serviceMethods = ["GET", "POST", "PUT", "PATCH"] as const;
export type ServiceMethod = (typeof serviceMethods)[number];

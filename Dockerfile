# One image for both parts: `web` and `worker` are commands of it. Built in two stages so that the tools of the build stay behind.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings its own Node; the install scripts that the embedded database and the `node` package need are not run.
RUN npm install --no-save --ignore-scripts
COPY . .
# Pruning must leave the lock file as it is: with another one the pages would count as stale, and be built anew at every start.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node npx prisma generate \
  && node --disable-warning=ExperimentalWarning lib/launch/main.ts build \
  && npm prune --no-save --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 TOUCHSTONE_HOME=/data PORT=3000 NODE_COMPILE_CACHE=/data/compiled
COPY --from=build --chown=node:node /app ./
RUN mkdir -p /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "lib/launch/main.ts"]
CMD ["web"]
